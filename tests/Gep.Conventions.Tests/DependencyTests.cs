using System.Reflection;
using System.Text.RegularExpressions;

namespace Gep.Conventions.Tests;

public partial class DependencyTests
{
    private static readonly string[] SpatialFolders =
        ["Problems", "Crs", "Measures", "Ingest", "Coverages", "Overlays", "Features", "Tiles"];

    private static readonly string[] AccountingFolders =
    [
        "Problems", "Codes", "Measures", "Parameters", "Traces", "Classifications", "Extents", "Statistics",
        "EcosystemServices", "Profiles", "Valuation", "Accounts", "Seea", "Compensation",
    ];

    [Fact]
    public void Accounting_References_TheBaseLibraryOnly()
    {
        var foreign = References("Gep.Accounting")
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Spatial_References_ItsTwoPackagesOnly()
    {
        var foreign = References("Gep.Spatial").Where(name =>
            !name.StartsWith("System", StringComparison.Ordinal)
                && name is not ("NetTopologySuite" or "ProjNET"));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Api_NamesTheGeometryLibrary_InExportsOnly()
    {
        var offenders = SourceTree.Files("src/Gep.Api", "*.cs")
            .Where(file => !file.Contains("/Exports/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("NetTopologySuite", StringComparison.Ordinal))
            .Select(SourceTree.RelativePath);

        Offenders.MustBeNone(offenders);
    }

    [Theory]
    [InlineData("Gep.Spatial")]
    [InlineData("Gep.Accounting")]
    public void Library_Folders_UseOnlyThoseAboveThem(string library)
    {
        string[] order = library == "Gep.Spatial" ? SpatialFolders : AccountingFolders;
        var offenders = new List<string>();
        foreach (string file in SourceTree.Files($"src/{library}", "*.cs"))
        {
            int own = Array.IndexOf(order, SourceTree.RelativePath(file).Split('/')[2]);
            Assert.True(own >= 0,
                $"{SourceTree.RelativePath(file)} lies in no folder of {library} that is listed here.");
            foreach (Match use in UsingOfGep().Matches(File.ReadAllText(file)))
            {
                if (Array.IndexOf(order, use.Groups[1].Value) > own)
                    offenders.Add($"{SourceTree.RelativePath(file)} uses {use.Groups[1].Value}");
            }
        }
        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Accounting_Names_NoFileClockConsoleOrImplicitRounding()
    {
        var offenders = SourceTree.Files("src/Gep.Accounting", "*.cs")
            .SelectMany(file => File.ReadLines(file).Select((line, index) =>
                (Place: $"{SourceTree.RelativePath(file)}:{index + 1}", Line: line)))
            .Where(entry => Banned().IsMatch(entry.Line)
                || (entry.Line.Contains("Math.Round(", StringComparison.Ordinal)
                    && !entry.Line.Contains("MidpointRounding", StringComparison.Ordinal)))
            .Select(entry => $"{entry.Place} {entry.Line.Trim()}");

        Offenders.MustBeNone(offenders);
    }

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);

    [GeneratedRegex(@"using Gep\.(?:Spatial|Accounting)\.(\w+)")]
    private static partial Regex UsingOfGep();

    [GeneratedRegex(
        @"\b(DateTime\.(Now|UtcNow|Today)|Stopwatch|Console\.|File\.|Directory\.|Environment\.)")]
    private static partial Regex Banned();
}

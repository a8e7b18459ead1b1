using System.Text.RegularExpressions;
using Gep.Testing;

namespace Gep.Conventions.Tests;

public partial class TidyTests
{
    private const int ColumnsMax = 110;
    private const int FileLinesMax = 400;
    private const int MethodLinesMax = 60;
    private const long BlobBytesMax = 3L * 1024 * 1024;

    private static readonly string[] EmptyNames = ["Helpers", "Utils", "Common", "Shared", "Manager", "Misc",
        "Extensions"];

    [Fact]
    public void Code_Lines_FitTheColumns()
    {
        var offenders = SourceTree.CodeFiles().SelectMany(file => File.ReadLines(file)
            .Select((line, index) =>
                (Place: $"{SourceTree.RelativePath(file)}:{index + 1}", Text: line))
            .Where(line => line.Text.Length > ColumnsMax && !LongLiteral().IsMatch(line.Text))
            .Select(line => $"{line.Place} has {line.Text.Length} columns"));

        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Code_Files_AreShort()
    {
        var offenders = SourceTree.CodeFiles()
            .Where(file => File.ReadLines(file).Count() > FileLinesMax)
            .Select(SourceTree.RelativePath);

        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Code_Methods_AreShort()
    {
        var offenders = SourceTree.CodeFiles().SelectMany(LongMethods);

        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Code_Marks_NothingUnfinished()
    {
        var offenders = SourceTree.CodeFiles()
            .SelectMany(file => File.ReadLines(file).Select((line, index) =>
                (Place: $"{SourceTree.RelativePath(file)}:{index + 1}", Line: line)))
            .Where(entry => Unfinished().IsMatch(entry.Line))
            .Select(entry => entry.Place);

        Offenders.MustBeNone(offenders);
    }

    /// <summary>Addresses are used to ask memory for vertices ahead, nowhere else: decision 21.</summary>
    [Fact]
    public void Code_Addresses_AreUsedOnlyToPrefetch()
    {
        var users = SourceTree.CodeFiles()
            .Where(file => File.ReadLines(file).Any(line => UsesAddresses().IsMatch(line)))
            .Select(SourceTree.RelativePath);

        Assert.Equal(["src/Gep.Spatial/Overlays/ParcelTable.cs"], users);
    }

    [Fact]
    public void Code_FileNames_SayWhatIsInThem()
    {
        var offenders = SourceTree.CodeFiles()
            .Where(file => EmptyNames.Any(name =>
                Path.GetFileNameWithoutExtension(file).EndsWith(name, StringComparison.Ordinal)))
            .Select(SourceTree.RelativePath);

        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Repository_Files_AreSmall()
    {
        var offenders = new[] { "data", "docs", "src", "tests", "tools" }
            .SelectMany(folder => SourceTree.Files(folder, "*"))
            .Where(file => new FileInfo(file).Length > BlobBytesMax)
            .Select(SourceTree.RelativePath);

        Offenders.MustBeNone(offenders);
    }

    [Theory]
    [InlineData("src/Gep.Spatial")]
    [InlineData("src/Gep.Accounting")]
    [InlineData("src/Gep.Api")]
    [InlineData("tools/Gep.DrawWuhan")]
    [InlineData("tools/Gep.DrawHouseholds")]
    public void Project_Has_AReadme(string project) =>
        Assert.True(File.Exists(Repository.PathOf(project, "README.md")), $"{project}/README.md is missing.");

    /// <summary>
    /// A member's block runs from the brace in column 4 below its head to the next brace in column 4.
    /// </summary>
    private static IEnumerable<string> LongMethods(string file)
    {
        int opened = -1, index = 0;
        foreach (string line in File.ReadLines(file))
        {
            index++;
            if (line == "    {") opened = index;
            if (!line.StartsWith("    }", StringComparison.Ordinal) || opened < 0) continue;
            if (index - opened > MethodLinesMax && !IsType(file, opened))
                yield return $"{SourceTree.RelativePath(file)}:{opened} has {index - opened} lines";
            opened = -1;
        }
    }

    private static bool IsType(string file, int braceLine) =>
        TypeHead().IsMatch(string.Join(' ', File.ReadLines(file).Skip(Math.Max(0, braceLine - 4)).Take(3)));

    /// <summary>A text that reads better on one line than broken in two.</summary>
    [GeneratedRegex("\"[^\"]{45,}\"")]
    private static partial Regex LongLiteral();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![""'])\bunsafe\b|\bfixed \(")]
    private static partial Regex UsesAddresses();

    [GeneratedRegex(@"\b(class|record|struct|enum|interface)\s+\w+")]
    private static partial Regex TypeHead();
}

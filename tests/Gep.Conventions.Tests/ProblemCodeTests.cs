using System.Text;
using Gep.Accounting.Problems;
using Gep.Api.Changes;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Conventions.Tests;

public class ProblemCodeTests
{
    /// <summary>Codes of refused changes: no file can cause them, requests do.</summary>
    private static readonly string[] OfChanges = [.. CodesOf<ChangeProblemCode>()];

    private static readonly string[] OfInputs =
    [
        .. CodesOf<AccountingProblemCode>().Union(CodesOf<WorkspaceProblemCode>()).Union(SpatialCodes()),
    ];

    private static readonly string[] AllCodes = [.. OfInputs, .. OfChanges];

    public static TheoryData<string> Codes => [.. AllCodes];

    public static TheoryData<string> InputCodes => [.. OfInputs];

    public static TheoryData<string> ChangeCodes => [.. OfChanges];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_HasAnEntry_InProblemsMd(string code) =>
        Assert.Contains($"\n### `{code}`\n", File.ReadAllText(Repository.PathOf("docs", "problems.md")),
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ChangeCodes))]
    public void Code_OfAChange_IsMetByATest(string code) => Assert.Contains(
        SourceTree.Files("tests/Gep.Api.Tests", "*.cs"),
        file => File.ReadAllText(file).Contains($"\"{code}\"", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(InputCodes))]
    public void Code_HasAFile_InBadInput(string code)
    {
        var found = Directory.EnumerateFileSystemEntries(Repository.PathOf("tests", "bad-input"))
            .Select(Path.GetFileName)
            .Where(name => name == code || name!.StartsWith($"{code}.", StringComparison.Ordinal)
                || name.StartsWith($"{code}-", StringComparison.Ordinal));

        Assert.NotEmpty(found);
    }

    [Fact]
    public void ProblemsMd_HasNoEntry_ThatNoCodeKnows()
    {
        var known = AllCodes.ToHashSet(StringComparer.Ordinal);
        var entries = File.ReadLines(Repository.PathOf("docs", "problems.md"))
            .Where(line => line.StartsWith("### `", StringComparison.Ordinal))
            .Select(line => line[5..^1]);

        Assert.DoesNotContain(entries, entry => !known.Contains(entry));
    }

    private static IEnumerable<string> CodesOf<TCode>()
        where TCode : struct, Enum => Enum.GetNames<TCode>().Select(Kebab);

    private static IEnumerable<string> SpatialCodes() =>
        Enum.GetNames(Type.GetType("Gep.Spatial.Problems.LayerProblemCode, Gep.Spatial", throwOnError: true)!)
            .Select(Kebab);

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}

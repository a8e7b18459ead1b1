using System.Text.RegularExpressions;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>Every vector of [METHODS] §12 is a data file of the tests.</summary>
public sealed partial class MethodVectorsTests
{
    /// <summary>Areas on the ellipsoid, which the tests of Gep.Spatial hold.</summary>
    private const string AreaVectors = "S28";

    private const int VectorsLeast = 70;

    [SharedDataFact]
    public void Vectors_OfTheMethodsReference_AreAllThere()
    {
        string text = File.ReadAllText(Path.Combine(Repository.SharedFolder, "docs", "METHODS.md"));
        int start = text.IndexOf("### 12.1", StringComparison.Ordinal);
        int end = text.IndexOf("### 12.5", StringComparison.Ordinal);
        var asked = Row().Matches(text[start..end]).Select(match => match.Groups[1].Value).ToList();
        Assert.True(asked.Count >= VectorsLeast, $"{asked.Count} vectors");
        var known = Known();
        Assert.DoesNotContain(asked, id => id != AreaVectors && !known.Contains(id));
        string areas = File.ReadAllText(Repository.PathOf(
            "tests", "Gep.Spatial.Tests", "Measures", "EllipsoidAreaTests.cs"));
        Assert.All(Enumerable.Range(1, 6), number =>
            Assert.Contains($"T-A{number}", areas, StringComparison.Ordinal));
    }

    private static HashSet<string> Known()
    {
        var problems = new ProblemList();
        var examples = Repository.PathOf("tests", "worked-examples");
        var known = Directory.EnumerateFiles(examples, "*.yaml", SearchOption.AllDirectories)
            .Select(path => YamlFile.Read(examples, Path.GetRelativePath(examples, path), problems)!)
            .SelectMany(entry => Id().Matches(entry.Find("source")?.Text ?? ""))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        string garze = Repository.PathOf("tests", "workspaces", "garze");
        foreach (var row in CsvTable.Read(garze, "published/rows.csv", [], problems))
        {
            string id = row.Find("id")!.Text!;
            known.Add(id);
            known.Add(id.TrimEnd('a', 'b', 'c', 'd'));
        }
        return known;
    }

    [GeneratedRegex(@"^\| ([A-Z]\d+[a-c]?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b[A-Z]\d+[a-c]?\b")]
    private static partial Regex Id();
}

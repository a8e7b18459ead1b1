using System.Text.RegularExpressions;
using Gep.Testing;

namespace Gep.Conventions.Tests;

public partial class SourceKeyTests
{
    private static readonly HashSet<string> Known =
        [.. File.ReadLines(Repository.PathOf("docs", "sources.md"))
        .Select(line => TableKey().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value)];

    [Fact]
    public void Code_Cites_KnownSourcesOnly()
    {
        var offenders = SourceTree.Files("src", "*.cs").SelectMany(file => File.ReadLines(file)
            .Where(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .SelectMany(line => CitedKey().Matches(line))
            .Select(match => match.Groups[1].Value)
            .Where(key => !Known.Contains(key))
            .Select(key => $"{SourceTree.RelativePath(file)} cites [{key}]"));

        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Workspace_Cites_KnownSourcesOnly()
    {
        var offenders = SourceTree.Files("data", "*.yaml").SelectMany(file => File.ReadLines(file)
            .SelectMany(line => YamlKey().Matches(line))
            .Select(match => match.Groups[1].Value)
            .Where(key => !Known.Contains(key))
            .Select(key => $"{SourceTree.RelativePath(file)} cites {key}")).Distinct();

        Offenders.MustBeNone(offenders);
    }

    [Fact]
    public void Statistics_Cite_KnownSourcesOnly()
    {
        var offenders = new List<string>();
        foreach (string file in SourceTree.Files("data", "*.csv"))
        {
            string[] lines = File.ReadAllLines(file);
            int column = Array.IndexOf(lines[0].Split(','), "source");
            if (column < 0) continue;
            offenders.AddRange(lines.Skip(1).Where(line => line.Length > 0)
                .Select(line => line.Split(',')[column].Trim('"', ' ').Split(' ')[0])
                .Where(key => !Known.Contains(key)).Distinct()
                .Select(key => $"{SourceTree.RelativePath(file)} cites {key}"));
        }
        Offenders.MustBeNone(offenders);
    }

    [GeneratedRegex(@"^\| `([A-Z0-9][A-Z0-9-]*)` \|")]
    private static partial Regex TableKey();

    [GeneratedRegex(@"\[([A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*)\]")]
    private static partial Regex CitedKey();

    [GeneratedRegex(@"\bkey: ""?([A-Za-z0-9-]+)")]
    private static partial Regex YamlKey();
}

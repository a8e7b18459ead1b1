using Gep.Testing;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>The documents that lie beside this file.</summary>
internal static class Corpus
{
    public static string Everything { get; } = Read("everything.graphql");

    public static string Small { get; } = Read("small.graphql");

    /// <summary>
    /// Documents of one line each; a line that does not close its braces or quotes goes on.
    /// </summary>
    public static IReadOnlyList<string> Syntax { get; } = Split(Read("syntax.txt"));

    /// <summary>Documents for the small schema, right and wrong, one a line.</summary>
    public static IReadOnlyList<string> Rules { get; } = Read("rules.txt").TrimEnd('\n').Split('\n');

    /// <summary>Small schemas that break, and some that keep, one rule each, one a line.</summary>
    public static IReadOnlyList<string> Schemas { get; } = Read("schemas.txt").TrimEnd('\n').Split('\n');

    public static string Read(string name) =>
        File.ReadAllText(Repository.PathOf("tests", "Gep.GraphQL.Tests", "Documents", name));

    /// <summary>Each line alone, and each pair and triple of lines as one document.</summary>
    private static List<string> Split(string text)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        var documents = new List<string>(lines);
        for (int size = 2; size <= 7; size++)
        {
            for (int i = 0; i + size <= lines.Length; i++) documents.Add(
                string.Join('\n', lines[i..(i + size)]));
        }
        documents.AddRange(
            ["", "\uFEFF{ a }", "{ a\u0000 }", "{ a(b: \"\uD800\") }", "{ a }\r\n{ b }\r}", "#\uDC00"]);
        return documents;
    }
}

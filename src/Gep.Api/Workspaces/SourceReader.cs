using Gep.Accounting.Parameters;

namespace Gep.Api.Workspaces;

/// <summary>
/// Reads where a number is written: <c>{key: GONG2017, place: "table 2", confidence: medium}</c>.
/// </summary>
internal static class SourceReader
{
    /// <summary>
    /// The source under the key <c>source</c> of a mapping, or null after its problems were added.
    /// </summary>
    public static SourceRef? Read(YamlEntry entry, ProblemList problems)
    {
        var source = entry.Require("source", problems);
        if (source is null) return null;
        string? key = KeyOf(source, "key", problems);
        string place = source.OptionalText("place", problems) ?? "";
        var confidence = source.RequireMember<Confidence>("confidence", problems);
        source.RefuseUnknownKeys(problems);
        return key is null || confidence is null ? null : new SourceRef(key, place, confidence.Value);
    }

    /// <summary>
    /// The source in the columns <c>source</c>, <c>place</c> and <c>confidence</c> of a row.
    /// </summary>
    public static SourceRef? ReadRow(YamlEntry row, ProblemList problems)
    {
        string? key = KeyOf(row, "source", problems);
        string place = row.OptionalText("place", problems) ?? "";
        var confidence = row.RequireMember<Confidence>("confidence", problems);
        return key is null || confidence is null ? null : new SourceRef(key, place, confidence.Value);
    }

    private static string? KeyOf(YamlEntry entry, string key, ProblemList problems)
    {
        string? text = entry.RequireText(key, problems);
        if (text is null) return null;
        if (text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            return text;
        entry.Find(key)!.Malformed(
            key, "大写的来源代号，如 GONG2017", "a source key in capitals, such as GONG2017", problems);
        return null;
    }
}

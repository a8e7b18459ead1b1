using Gep.Accounting.Compensation;
using Gep.Accounting.Parameters;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Reads the documents that rules rest on, and where figures were seen.</summary>
internal static class ReferenceReader
{
    /// <summary>A document with its article, or null after its problems were added.</summary>
    public static LegalReference? ReadDocument(YamlEntry? entry, ProblemList problems)
    {
        if (entry is null) return null;
        string? document = entry.RequireText("document", problems);
        string? number = entry.OptionalText("number", problems);
        string? article = entry.RequireText("article", problems);
        var issued = entry.OptionalDate("issued", problems);
        var effective = entry.OptionalDate("effective", problems);
        entry.RefuseUnknownKeys(problems);
        return document is null || article is null
            ? null
            : new LegalReference(document, number, article, issued, effective);
    }

    /// <summary>A source by its key of docs/sources.md, or null after its problems were added.</summary>
    public static SourceRef? ReadSource(YamlEntry? entry, ProblemList problems)
    {
        if (entry is null) return null;
        string? key = entry.RequireText("key", problems);
        string place = entry.OptionalText("place", problems) ?? "";
        var confidence = entry.RequireMember<Confidence>("confidence", problems);
        entry.RefuseUnknownKeys(problems);
        if (key is null || confidence is null) return null;
        if (key.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            return new SourceRef(key, place, confidence.Value);
        entry.Find("key")!.Malformed("key", "大写的来源编号", "a source key in capitals", problems);
        return null;
    }
}

namespace Gep.Api.Compensation;

/// <summary>Texts as fields of a CSV that a spreadsheet opens: none is taken for a formula.</summary>
internal static class CsvText
{
    /// <summary>Letters with which a spreadsheet begins a formula, in ASCII and full width.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>A text of the data: safe and quoted.</summary>
    public static string Field(string text) => Quoted(Safe(text));

    /// <summary>The text, with an apostrophe before it where it would run as a formula.</summary>
    public static string Safe(string text) =>
        text.AsSpan().TrimStart(' ') is [var first, ..]
            && FormulaStarts.Contains(first, StringComparison.Ordinal)
            ? "'" + text
            : text;

    /// <summary>The field in quotes where it needs them.</summary>
    public static string Quoted(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") < 0
            ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

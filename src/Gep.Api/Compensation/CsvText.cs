using Gep.Api.Accounts;

namespace Gep.Api.Compensation;

/// <summary>Texts as fields of a CSV that a spreadsheet opens: none is taken for a formula.</summary>
internal static class CsvText
{
    /// <summary>A text of the data: safe and quoted.</summary>
    public static string Field(string text) => Quoted(Safe(text));

    /// <summary>The text, with an apostrophe before it where it would run as a formula.</summary>
    public static string Safe(string text) => AccountCsv.BeginsFormula(text) ? "'" + text : text;

    /// <summary>The field in quotes where it needs them.</summary>
    public static string Quoted(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") < 0
            ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Pages;

/// <summary>Values that several documents of the page write alike.</summary>
internal static class PageJson
{
    /// <summary>A text in both languages.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, BilingualText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    /// <summary>Where a number is written; nothing when it is computed.</summary>
    public static void WriteSource(Utf8JsonWriter json, SourceRef? source)
    {
        if (source is null) return;
        json.WriteStartObject("source");
        json.WriteString("key", source.Key);
        json.WriteString("place", source.Place);
        json.WriteString("confidence", WorkspaceProblem.CodeOf(source.Confidence));
        json.WriteEndObject();
    }

    /// <summary>Yuan by key, as decimal texts.</summary>
    public static void WriteYuan<TKey>(
        Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<TKey, Money>> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values) json.WriteString(key?.ToString() ?? "", value.ToString());
        json.WriteEndObject();
    }

    /// <summary>Closing checks of an account or a comparison.</summary>
    public static void WriteChecks(Utf8JsonWriter json, IEnumerable<AccountCheck> checks)
    {
        json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code);
            WriteText(json, "text", check.Title);
            json.WriteNumber("residual", check.Residual);
            json.WriteString("unit", check.Unit.ToString());
            json.WriteBoolean("passed", check.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Problems with place and remedy, in their order.</summary>
    public static void WriteProblems(Utf8JsonWriter json, IEnumerable<WorkspaceProblem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("severity", WorkspaceProblem.CodeOf(problem.Severity));
            json.WriteString("where", problem.Where);
            WriteText(json, "text", problem.Text);
            WriteText(json, "remedy", problem.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

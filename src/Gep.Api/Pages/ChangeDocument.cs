using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Api.Accounts;

namespace Gep.Api.Pages;

/// <summary>What changed between two years, as a whole, by service and by district.</summary>
internal static class ChangeDocument
{
    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter json, ComparisonReport report, string snapshot)
    {
        var comparison = report.Comparison;
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot);
        json.WriteNumber("from", comparison.Opening.Year.Number);
        json.WriteNumber("to", comparison.Closing.Year.Number);
        json.WriteString("profile", comparison.Closing.Profile.Id);
        json.WritePropertyName("total");
        WriteChange(json, comparison.Total);
        json.WriteStartArray("byService");
        foreach (var change in comparison.ByService) WriteChange(json, change);
        json.WriteEndArray();
        json.WriteStartArray("byDistrict");
        foreach (var change in comparison.ByDistrict) WriteChange(json, change);
        json.WriteEndArray();
        PageJson.WriteChecks(json, comparison.Checks);
        json.WriteEndObject();
    }

    private static void WriteChange<TKey>(Utf8JsonWriter json, ChangeOf<TKey> change)
    {
        json.WriteStartObject();
        json.WriteString("code", change.Key?.ToString() ?? "");
        json.WriteString("openingYuan", change.Opening.ToString());
        json.WriteString("closingYuan", change.Closing.ToString());
        json.WriteString("constantPriceYuan", change.ConstantClosing.ToString());
        json.WriteString("changeYuan", (change.Closing - change.Opening).ToString());
        json.WriteString("areaYuan", change.Effects.Area.ToString());
        json.WriteString("intensityYuan", change.Effects.Intensity.ToString());
        json.WriteString("priceYuan", change.Effects.Price.ToString());
        json.WriteString("methodYuan", change.Effects.Method.ToString());
        json.WriteEndObject();
    }
}

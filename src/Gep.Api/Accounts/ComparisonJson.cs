using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Accounting.Measures;
using Gep.Api.Cli;

namespace Gep.Api.Accounts;

/// <summary>Writes a comparison as JSON in one order.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes the whole document, ending with a line feed.</summary>
    public static void Write(Stream output, ComparisonReport report)
    {
        var comparison = report.Comparison;
        using (var json = new Utf8JsonWriter(output, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteString("workspace", report.Opening.Workspace);
            json.WriteNumber("from", comparison.Opening.Year.Number);
            json.WriteNumber("to", comparison.Closing.Year.Number);
            json.WriteString("profile", comparison.Closing.Profile.Id);
            json.WriteString("openingSnapshot", report.Opening.Snapshot);
            json.WriteString("closingSnapshot", report.Closing.Snapshot);
            json.WriteStartArray("moved");
            foreach (string file in report.Moved) json.WriteStringValue(file);
            json.WriteEndArray();
            WriteChange(json, "total", comparison.Total);
            WriteMap(json, "byService", comparison.ByService, key => key.ToString());
            WriteMap(json, "byDistrict", comparison.ByDistrict, key => key.ToString());
            WriteIndices(json, comparison);
            WriteLines(json, comparison);
            WriteMatrix(json, comparison);
            AccountJson.WriteChecks(json, comparison.Checks);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteMap<TKey>(
        Utf8JsonWriter json, string name, IEnumerable<ChangeOf<TKey>> changes, Func<TKey, string> keyOf)
    {
        json.WriteStartObject(name);
        foreach (var change in changes) WriteChange(json, keyOf(change.Key), change);
        json.WriteEndObject();
    }

    private static void WriteChange<TKey>(Utf8JsonWriter json, string name, ChangeOf<TKey> change)
    {
        json.WriteStartObject(name);
        json.WriteString("openingYuan", change.Opening.ToString());
        json.WriteString("closingYuan", change.Closing.ToString());
        json.WriteString("constantPriceYuan", change.ConstantClosing.ToString());
        json.WriteString("changeYuan", (change.Closing - change.Opening).ToString());
        WriteEffects(json, change.Effects);
        json.WriteEndObject();
    }

    private static void WriteEffects(Utf8JsonWriter json, ChangeEffects effects)
    {
        json.WriteStartObject("effects");
        json.WriteString("areaYuan", effects.Area.ToString());
        json.WriteString("intensityYuan", effects.Intensity.ToString());
        json.WriteString("priceYuan", effects.Price.ToString());
        json.WriteString("methodYuan", effects.Method.ToString());
        json.WriteEndObject();
    }

    private static void WriteIndices(Utf8JsonWriter json, AccountComparison comparison)
    {
        if (comparison.Indices is not { } index) return;
        json.WriteStartObject("indices");
        json.WriteNumber("laspeyresQuantity", index.LaspeyresQuantity);
        json.WriteNumber("paascheQuantity", index.PaascheQuantity);
        json.WriteNumber("laspeyresPrice", index.LaspeyresPrice);
        json.WriteNumber("paaschePrice", index.PaaschePrice);
        json.WriteNumber("fisherQuantity", index.FisherQuantity);
        json.WriteNumber("fisherPrice", index.FisherPrice);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, AccountComparison comparison)
    {
        json.WriteStartArray("lines");
        foreach (var line in comparison.Lines)
        {
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteBoolean("booked", line.Either.Booked);
            json.WriteNumber("openingQuantity", line.Opening?.PhysicalQuantity.Amount ?? 0);
            json.WriteNumber("closingQuantity", line.Closing?.PhysicalQuantity.Amount ?? 0);
            json.WriteString("unit", line.Either.PhysicalQuantity.Unit.ToString());
            json.WriteString("openingYuan", (line.Opening?.Value ?? Money.Zero).ToString());
            json.WriteString("closingYuan", (line.Closing?.Value ?? Money.Zero).ToString());
            json.WriteString("constantPriceYuan", line.ConstantValue.ToString());
            WriteEffects(json, line.Effects);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMatrix(Utf8JsonWriter json, AccountComparison comparison)
    {
        if (comparison.Matrix is not { } matrix) return;
        json.WriteStartArray("changeMatrix");
        foreach (var change in matrix.Changes)
        {
            json.WriteStartObject();
            json.WriteString("district", change.District.ToString());
            json.WriteString("from", change.From?.ToString());
            json.WriteString("to", change.To?.ToString());
            json.WriteNumber("squareMetres", change.Area.SquareMetres);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

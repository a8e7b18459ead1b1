using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>
/// Writes what stands behind the lines: the register of inputs, and per line its equation, its inputs and
/// its range.
/// </summary>
internal static class AccountQualityJson
{
    /// <summary>Writes <c>inputs</c>, <c>explanations</c>, <c>uncertainty</c>, <c>bands</c> and
    /// <c>notAccounted</c>.</summary>
    public static void Write(Utf8JsonWriter json, AccountReport report)
    {
        var register = InputRegister.Of(report.Account);
        WriteInputs(json, register);
        json.WriteStartArray("explanations");
        foreach (var line in report.Account.Lines)
        {
            var range = ValueRange.Of(line);
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteString("equation", line.Equation);
            json.WriteString("priceEquation", line.PriceFormula);
            json.WriteString("grade", range.Grade.ToString());
            json.WriteString("lowYuan", range.Low.ToString());
            json.WriteString("highYuan", range.High.ToString());
            json.WriteStartArray("inputs");
            foreach (int input in register.ByLine[line.Id]) json.WriteNumberValue(input);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteRanges(json, report);
        WriteBands(json, report);
        WriteNotAccounted(json, report);
    }

    private static void WriteNotAccounted(Utf8JsonWriter json, AccountReport report)
    {
        json.WriteStartArray("notAccounted");
        foreach (var one in report.Account.NotAccounted)
        {
            json.WriteStartObject();
            json.WriteString("service", one.Service.ToString());
            json.WriteString("reason", WorkspaceProblem.CodeOf(one.Reason));
            json.WriteString("part", one.Part);
            json.WriteStartArray("districts");
            foreach (var district in one.Districts) json.WriteStringValue(district.ToString());
            json.WriteEndArray();
            json.WriteString("zh", one.Why.Chinese);
            json.WriteString("en", one.Why.English);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteInputs(Utf8JsonWriter json, InputRegister register)
    {
        json.WriteStartArray("inputs");
        foreach (var input in register.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("symbol", input.Symbol);
            json.WriteString("zh", input.Label.Chinese);
            json.WriteString("en", input.Label.English);
            json.WriteNumber("value", input.Amount);
            json.WriteString("unit", input.Unit.ToString());
            json.WriteString("source", input.Source!.Key);
            json.WriteString("sourcePlace", input.Source.Place);
            json.WriteString("confidence", WorkspaceProblem.CodeOf(input.Source.Confidence));
            json.WriteString("grade", ValueRange.GradeOf(input.Source).ToString());
            json.WriteString("where", input.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRanges(Utf8JsonWriter json, AccountReport report)
    {
        json.WriteStartArray("uncertainty");
        foreach (var one in ServiceRange.Of(report.Account))
        {
            json.WriteStartObject();
            json.WriteString("service", one.Service.ToString());
            json.WriteString("lowYuan", one.Low.ToString());
            json.WriteString("centralYuan", one.Central.ToString());
            json.WriteString("highYuan", one.High.ToString());
            json.WriteString("worstGrade", one.Grade.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBands(Utf8JsonWriter json, AccountReport report)
    {
        json.WriteStartArray("bands");
        foreach (var result in report.Bands)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Band.Id);
            json.WriteNumber("value", result.Value);
            json.WriteNumber("low", result.Band.Low);
            json.WriteNumber("high", result.Band.High);
            json.WriteBoolean("inside", result.IsInside);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

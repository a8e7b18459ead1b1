using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>
/// The lines of a submitted schedule as lines of JSON: later steps, payments and corrections are about
/// these, whatever becomes of the register.
/// </summary>
internal static class ContentJson
{
    private static readonly BilingualText Frozen = new("已冻结的支付行", "frozen payment line");

    /// <summary>The whole content: a heading, then one line a payment.</summary>
    public static string Write(Schedule schedule)
    {
        var text = new StringBuilder();
        text.Append(JsonLine.Of(json => WriteHeading(json, schedule))).Append('\n');
        foreach (var line in schedule.Lines)
            text.Append(JsonLine.Of(json => WriteLine(json, line))).Append('\n');
        return text.ToString();
    }

    /// <summary>The schedule of a content; null where one byte of it is not as it was written.</summary>
    public static Schedule? Read(string content, string fingerprint)
    {
        string[] parts = content.Split('\n');
        if (JsonLine.Read(parts[0], HeadingOf) is not { } heading) return null;
        var lines = ImmutableArray.CreateBuilder<PaymentLine>();
        foreach (string part in parts[1..^1])
        {
            if (JsonLine.Read(part, json => LineOf(json, lines.Count + 1)) is not { } line) return null;
            lines.Add(line);
        }
        var payers = lines.SelectMany(line => line.Payers).GroupBy(share => share.Payer)
            .OrderBy(group => group.Key)
            .Select(group => new PayerShare(
                group.Key, group.Aggregate(Money.Zero, (sum, share) => sum + share.Amount)));
        var schedule = heading with { Lines = lines.ToImmutable(), Payers = [.. payers] };
        bool isAsWritten = ScheduleFingerprint.Of(schedule) == fingerprint && Write(schedule) == content;
        return isAsWritten ? schedule : null;
    }

    private static void WriteHeading(Utf8JsonWriter json, Schedule schedule)
    {
        json.WriteString("scheme", schedule.Scheme.ToString());
        json.WriteString("year", schedule.Year.ToString());
        json.WriteString("total", schedule.Total.ToString());
        json.WriteStartArray("problems");
        foreach (var problem in schedule.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", WorkspaceProblem.CodeOf(problem.Code));
            json.WriteString("severity", WorkspaceProblem.CodeOf(problem.Severity));
            json.WriteString("where", problem.Where);
            json.WriteString("zh", problem.Text.Chinese);
            json.WriteString("en", problem.Text.English);
            json.WriteString("remedy_zh", problem.Remedy.Chinese);
            json.WriteString("remedy_en", problem.Remedy.English);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter json, PaymentLine line)
    {
        json.WriteString("id", line.Id);
        json.WriteString("district", line.District.ToString());
        json.WriteString("town", line.Town);
        json.WriteString("village", line.Village);
        json.WriteString("payee", line.Payee);
        json.WriteString("parcel", line.Parcel);
        json.WriteString("areaMu", line.AreaMu is { } area ? Exact.Text(area) : null);
        json.WriteString("rate", line.Rate is { } rate ? Exact.Text(rate) : null);
        json.WriteString("yuan", line.Amount.ToString());
        json.WriteStartObject("payers");
        foreach (var share in line.Payers)
            json.WriteString(WorkspaceProblem.CodeOf(share.Payer), share.Amount.ToString());
        json.WriteEndObject();
    }

    private static Schedule HeadingOf(JsonElement json)
    {
        if (!SchemeCode.TryParse(JsonLine.Text(json, "scheme"), out var scheme)
            || !AccountingYear.TryParse(JsonLine.Text(json, "year"), out var year))
            throw new FormatException("No schedule.");
        var problems = json.GetProperty("problems").EnumerateArray().Select(problem => new AccountingProblem(
            JsonLine.Member<AccountingProblemCode>(problem, "code"),
            JsonLine.Member<ProblemSeverity>(problem, "severity"), JsonLine.Text(problem, "where"),
            new(JsonLine.Text(problem, "zh"), JsonLine.Text(problem, "en")),
            new(JsonLine.Text(problem, "remedy_zh"), JsonLine.Text(problem, "remedy_en"))));
        return new Schedule(scheme, year, ScheduleStatus.Draft, Yuan(json, "total"), [], [], [],
            [.. problems]);
    }

    private static PaymentLine LineOf(JsonElement json, int number)
    {
        if (!DistrictCode.TryParse(JsonLine.Text(json, "district"), out var district))
            throw new FormatException("No district.");
        var amount = Yuan(json, "yuan");
        string parcel = JsonLine.Text(json, "parcel");
        return new PaymentLine(
            number, JsonLine.Text(json, "id"), district, JsonLine.Text(json, "town"),
            JsonLine.Text(json, "village"), JsonLine.Text(json, "payee"), parcel, Optional(json, "areaMu"),
            Optional(json, "rate"), amount,
            [.. json.GetProperty("payers").EnumerateObject().Select(share => new PayerShare(
                JsonLine.MemberOf<PayerLayer>(share.Name) ?? throw new FormatException("No payer."),
                YuanOf(share.Value.GetString() ?? "")))],
            TraceNode.Input(Frozen, amount.ToString(), null, parcel));
    }

    private static decimal? Optional(JsonElement json, string key) =>
        json.GetProperty(key).ValueKind == JsonValueKind.Null ? null : JsonLine.Number(json, key);

    private static Money Yuan(JsonElement json, string key) => YuanOf(JsonLine.Text(json, key));

    private static Money YuanOf(string text) => Money.FromExactYuan(decimal.Parse(
        text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Text.Json;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Api.Compensation;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Pages;

/// <summary>
/// The schedules of a year by scheme: status, totals by payer and district, checks and problems. Payees are
/// left out, as on every public view.
/// </summary>
internal static class SchedulesDocument
{
    private const string NotDrawn = "not-drawn";

    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter json, YearSchedules drawn, ServiceSnapshot snapshot)
    {
        json.WriteStartObject();
        json.WriteString("snapshot", snapshot.Id);
        json.WriteNumber("year", drawn.Year.Number);
        json.WriteStartArray("schedules");
        foreach (var outcome in drawn.Outcomes.OrderBy(outcome => outcome.Scheme.Code))
            WriteOutcome(json, outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, SchemeOutcome outcome)
    {
        var scheme = outcome.Scheme;
        var schedule = outcome.Draft.Schedule;
        json.WriteStartObject();
        json.WriteString("scheme", scheme.Code.ToString());
        PageJson.WriteText(json, "name", scheme.Name);
        json.WriteString("status", schedule is null ? NotDrawn : WorkspaceProblem.CodeOf(schedule.Status));
        json.WriteString("schemeStatus", WorkspaceProblem.CodeOf(scheme.Status));
        if (scheme.StatusReason is { } reason) PageJson.WriteText(json, "statusReason", reason);
        json.WriteString("basis", scheme.Basis.ToString());
        PageJson.WriteSource(json, scheme.Source);
        PageJson.WriteText(json, "beneficiaries", scheme.Beneficiaries);
        if (schedule is not null) WriteSchedule(json, schedule);
        PageJson.WriteProblems(json, outcome.Draft.Problems.Select(WorkspaceProblem.From));
        json.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter json, Schedule schedule)
    {
        json.WriteString("totalYuan", schedule.Total.ToString());
        json.WriteNumber("lines", schedule.Lines.Length);
        json.WriteStartArray("payers");
        foreach (var share in schedule.Payers)
        {
            json.WriteStartObject();
            json.WriteString("payer", WorkspaceProblem.CodeOf(share.Payer));
            PageJson.WriteText(json, "name", PayerLayerNames.NameOf(share.Payer));
            json.WriteString("yuan", share.Amount.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("districts");
        foreach (var group in schedule.Lines.GroupBy(line => line.District).OrderBy(group => group.Key))
        {
            json.WriteStartObject();
            json.WriteString("code", group.Key.ToString());
            json.WriteNumber("lines", group.Count());
            json.WriteString("areaMu", group.Sum(line => line.AreaMu ?? 0)
                .ToString(CultureInfo.InvariantCulture));
            json.WriteString(
                "yuan", group.Aggregate(Money.Zero, (sum, line) => sum + line.Amount).ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in schedule.Checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code.ToString());
            PageJson.WriteText(json, "text", check.Note);
            json.WriteString("residual", check.Residual.ToString(CultureInfo.InvariantCulture));
            json.WriteString("unit", check.Unit);
            json.WriteBoolean("passed", check.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

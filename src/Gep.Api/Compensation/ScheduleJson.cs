using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Totals;
using Gep.Accounting.Problems;
using Gep.Api.Exports;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Writes <c>schedule.json</c>: yuan as decimal strings, areas as exact numbers [mu], schemes in order of
/// their codes. A scheme that cannot be drawn has the status <c>not-drawn</c>, no total, no lines, and its
/// problems.
/// </summary>
internal static class ScheduleJson
{
    private const string NotDrawn = "not-drawn";

    /// <summary>Writes the schedules of one year.</summary>
    public static void Write(
        Stream output, string workspace, AccountingYear year, IEnumerable<SchemeOutcome> drafts) =>
        Write(output, workspace, year, drafts, []);

    /// <summary>Writes the schedules of one year with the reconciliation of published totals.</summary>
    public static void Write(Stream output, string workspace, ScheduleBook book) =>
        Write(output, workspace, book.Year, book.Outcomes, book.Reconciliations);

    private static void Write(
        Stream output,
        string workspace,
        AccountingYear year,
        IEnumerable<SchemeOutcome> drafts,
        ImmutableArray<Reconciliation> reconciliations)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var json = new Utf8JsonWriter(output, options);
        json.WriteStartObject();
        json.WriteString("workspace", workspace);
        json.WriteNumber("year", year.Number);
        json.WriteStartArray("schedules");
        foreach (var draft in drafts.OrderBy(draft => draft.Scheme.Code)) WriteDraft(json, draft);
        json.WriteEndArray();
        if (!reconciliations.IsEmpty) WriteReconciliations(json, reconciliations);
        json.WriteEndObject();
    }

    private static void WriteReconciliations(
        Utf8JsonWriter json, ImmutableArray<Reconciliation> reconciliations)
    {
        json.WriteStartArray("reconciliations");
        foreach (var reconciliation in reconciliations)
        {
            json.WriteStartObject();
            WriteText(json, "name", reconciliation.Total.Name);
            json.WriteString("publishedYuan", reconciliation.Total.Amount.ToString());
            json.WriteString("explainedYuan", reconciliation.Explained.ToString());
            json.WriteString("unexplainedYuan", reconciliation.Unexplained.ToString());
            json.WriteStartArray("lines");
            foreach (var line in reconciliation.Lines)
            {
                json.WriteStartObject();
                json.WriteString("scheme", line.Scheme.ToString());
                json.WriteString("drawnYuan", line.Drawn?.ToString());
                json.WriteString("countedYuan", line.Counted.ToString());
                if (line.Remark is { } remark) WriteText(json, "remark", remark);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDraft(Utf8JsonWriter json, SchemeOutcome draft)
    {
        var schedule = draft.Draft.Schedule;
        json.WriteStartObject();
        json.WriteString("scheme", draft.Scheme.Code.ToString());
        json.WriteString("status", schedule is null ? NotDrawn : WorkspaceProblem.CodeOf(schedule.Status));
        if (schedule is null) json.WriteNull("totalYuan");
        else json.WriteString("totalYuan", schedule.Total.ToString());
        WritePayers(json, schedule?.Payers ?? []);
        WriteFacts(json, schedule?.Facts ?? []);
        json.WriteStartArray("lines");
        foreach (var line in schedule?.Lines ?? []) WriteLine(json, line);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in schedule?.Checks ?? []) WriteCheck(json, check);
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in draft.Draft.Problems) WriteProblem(json, problem);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, PaymentLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("line", line.Line);
        json.WriteString("id", line.Id);
        json.WriteString("district", line.District.ToString());
        json.WriteString("town", line.Town);
        json.WriteString("village", line.Village);
        json.WriteString("payee", line.Payee);
        json.WriteString("parcel", line.Parcel);
        if (line.AreaMu is { } areaMu) json.WriteNumber("areaMu", areaMu);
        else json.WriteNull("areaMu");
        json.WriteString("rate", line.Rate is { } rate ? Exact.Text(rate) : null);
        json.WriteString("yuan", line.Amount.ToString());
        WritePayers(json, line.Payers);
        WriteFacts(json, line.Facts);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, ImmutableArray<LineFact> facts)
    {
        if (facts.IsEmpty) return;
        json.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("code", fact.Code);
            json.WriteString("amount", Exact.Text(fact.Value));
            json.WriteString("unit", fact.Unit.ToString());
            WriteText(json, "name", fact.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePayers(Utf8JsonWriter json, ImmutableArray<PayerShare> payers)
    {
        json.WriteStartArray("payers");
        foreach (var share in payers)
        {
            json.WriteStartObject();
            json.WriteString("payer", WorkspaceProblem.CodeOf(share.Payer));
            json.WriteString("yuan", share.Amount.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCheck(Utf8JsonWriter json, ScheduleCheck check)
    {
        json.WriteStartObject();
        json.WriteString("code", check.Code.ToString());
        json.WriteString("residual", Exact.Text(check.Residual));
        json.WriteString("unit", check.Unit);
        json.WriteBoolean("passed", check.Passed);
        WriteText(json, "note", check.Note);
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, AccountingProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("code", WorkspaceProblem.CodeOf(problem.Code));
        json.WriteString("severity", WorkspaceProblem.CodeOf(problem.Severity));
        json.WriteString("where", problem.Where);
        WriteText(json, "text", problem.Text);
        WriteText(json, "remedy", problem.Remedy);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, BilingualText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }
}

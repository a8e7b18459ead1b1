using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Accounting.Compensation.Dossiers;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>Dossiers as printed: status, findings, and corrections as a table of commas.</summary>
internal static class DossierText
{
    /// <summary>What the audit log calls a step.</summary>
    public const string StepAction = "schedule-step";

    private const int HashShown = 12;

    /// <summary>What the audit log says of a step.</summary>
    public static string SubjectOf(ScheduleEntry entry) =>
        $"schedule {entry.Schedule} step {Exact.Text(entry.Sequence)} {Word(entry.Step)} {entry.Hash}";

    /// <summary>A log after a step, as the command of the step prints it.</summary>
    public static string StepLine(ScheduleKey key, ScheduleLog log) =>
        $"{key} {Word(log.Status)} {Exact.Text(log.Entries.Length)} {log.Entries[^1].Hash}";

    /// <summary>How far a schedule has come, who took which step, and where the payments are.</summary>
    public static void WriteStatus(TextWriter output, OpenedDossier dossier)
    {
        var log = dossier.Log;
        output.WriteLine($"{dossier.Stored.Key}  {dossier.Scheme.Name}");
        output.WriteLine($"状态 status: {Word(log.Status)}");
        output.WriteLine($"金额 total: {dossier.Schedule.Total} 元，可发放 payable: {log.Payable} 元");
        output.WriteLine($"暂停 suspended: {log.Suspended.Length} 行 {string.Join(' ', log.Suspended)}");
        foreach (var stage in log.Stages.Values.GroupBy(stage => stage).OrderBy(group => group.Key))
            output.WriteLine($"支付 payments {Word(stage.Key)}: {Exact.Text(stage.Count())} 行 lines");
        foreach (var entry in log.Entries)
        {
            string stage = entry.Stage is { } reached ? $" {Word(reached)}" : "";
            string late = entry.EnteredAt.Date == entry.At.Date
                ? "" : $"（{Day(entry.EnteredAt)} 补录 entered later）";
            output.WriteLine(
                $"{entry.Sequence,3} {Day(entry.At)}{late} {Word(entry.Step)}{stage} {entry.Actor} "
                + $"({Word(entry.Role)}) {entry.Note} {string.Join(' ', entry.Lines)} {entry.Hash[..HashShown]}");
        }
        string head = log.Entries.IsEmpty ? "–" : log.Entries[^1].Hash;
        output.WriteLine($"链首 head: {Exact.Text(log.Entries.Length)} {head}");
    }

    /// <summary>All checks C01 to C25: what failed, what passed, and what had nothing to look at.</summary>
    public static void WriteChecks(
        TextWriter output, Schedule schedule, ScheduleDossier facts, ImmutableArray<DossierFinding> findings)
    {
        foreach (var code in Enum.GetValues<ScheduleCheckCode>())
        {
            var own = findings.Where(finding => finding.Code == code).ToList();
            var made = schedule.Checks.Where(check => check.Code == code).ToList();
            string state = own.Count > 0 || made.Any(check => !check.Passed) ? "未通过 failed"
                : made.Count > 0 || facts.Covers(code) ? "通过 passed"
                : "无资料 nothing to look at";
            output.WriteLine($"{code} {state}");
            foreach (var finding in own)
            {
                output.WriteLine($"  {Word(finding.Severity)} {finding.Where}: {finding.Text}");
                output.WriteLine($"    {finding.Remedy}");
            }
        }
    }

    /// <summary>The signed differences, one a line, with the two runs they lie between.</summary>
    public static void WriteCorrection(
        TextWriter output, ScheduleCorrection correction, Schedule paid, Schedule due)
    {
        output.WriteLine("方案 scheme,年度 year,区划代码 district,收款人 payee,地块 parcel,原支付行 paid line,"
            + "应付行 due line,已付（元） paid,应付（元） due,差额（元） delta,分担 payers,"
            + "原批次 paid run,新批次 due run");
        string before = ScheduleFingerprint.Of(paid)[..HashShown], after = ScheduleFingerprint.Of(
            due)[..HashShown];
        foreach (var line in correction.Lines)
        {
            string payers = string.Join(' ', line.Payers.Select(share
                => $"{Word(share.Payer)}={share.Amount}"));
            output.WriteLine(string.Join(',',
                correction.Paid.Scheme, correction.Paid.Year, line.District, CsvText.Field(line.Payee),
                CsvText.Field(line.Parcel), line.PaidLine, line.DueLine, line.Paid, line.Due, line.Delta,
                payers, before, after));
        }
    }

    private static string Word<TMember>(TMember member)
        where TMember : struct, Enum => WorkspaceProblem.CodeOf(member);

    private static string Day(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;
using Spectre.Console;

namespace Gep.Api.Compensation;

/// <summary>
/// Prints schedules for people: per scheme the districts, payers, checks, and why one was not drawn.
/// </summary>
internal static class ScheduleTable
{
    private const string YuanFormat = "N2";
    private const string AreaFormat = "N4";
    private const string FactFormat = "#,0.######";

    /// <summary>Problems printed for one scheme; the rest is counted and stands in the JSON.</summary>
    private const int ProblemsShown = 8;

    /// <summary>Reasons printed for a scheme that was not drawn; all stand in the JSON.</summary>
    private const int ReasonsShown = 3;

    /// <summary>Prints all drafts in order of their schemes, those that were not drawn last.</summary>
    public static void Write(
        IAnsiConsole console,
        AccountingYear year,
        IEnumerable<SchemeOutcome> drafts,
        ImmutableSortedDictionary<DistrictCode, BilingualText> districtNames)
    {
        var ordered = drafts.OrderBy(draft => draft.Scheme.Code).ToList();
        foreach (var draft in ordered)
        {
            if (draft.Draft.Schedule is { } schedule)
                WriteSchedule(console, year, draft.Scheme, schedule, districtNames);
        }
        var refused = ordered.Where(draft => !draft.Draft.IsDrawn).ToList();
        if (refused.Count > 0) WriteRefused(console, year, refused);
    }

    private static void WriteSchedule(
        IAnsiConsole console,
        AccountingYear year,
        Scheme scheme,
        Schedule schedule,
        ImmutableSortedDictionary<DistrictCode, BilingualText> districtNames)
    {
        console.MarkupLineInterpolated($"[bold]{scheme.Code} {year}[/]  {TitleOf(scheme)}");
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("区划 code", "区 district");
        foreach (string heading in (string[])["行数 lines", "面积（亩） area mu", "金额（元） yuan"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var payer in schedule.Payers)
        {
            string name = PayerLayerNames.NameOf(payer.Payer).ToString();
            table.AddColumn(new TableColumn(Markup.Escape(name)).RightAligned());
        }
        foreach (var group in schedule.Lines.GroupBy(line => line.District).OrderBy(group => group.Key))
        {
            districtNames.TryGetValue(group.Key, out var name);
            string names = $"{name.Chinese} {name.English}".Trim();
            AddRow(table, group.Key.ToString(), names, [.. group], schedule.Payers);
        }
        AddRow(table, "", "合计 total", schedule.Lines, schedule.Payers);
        console.Write(table);
        foreach (var fact in schedule.Facts)
        {
            string number = fact.Value.ToString(FactFormat, CultureInfo.InvariantCulture);
            console.MarkupLineInterpolated($"  {fact.Name}: {number} {fact.Unit}");
        }
        foreach (var check in schedule.Checks) WriteCheck(console, check);
        WriteProblems(console, schedule.Problems);
        console.WriteLine();
    }

    private static void AddRow(
        Table table,
        string code,
        string name,
        ImmutableArray<PaymentLine> lines,
        ImmutableArray<PayerShare> payers)
    {
        var cells = new List<string>
        {
            code,
            name,
            lines.Length.ToString(CultureInfo.InvariantCulture),
            lines.Any(line => line.AreaMu is not null)
                ? lines.Sum(line => line.AreaMu ?? 0).ToString(AreaFormat, CultureInfo.InvariantCulture)
                : "",
            Printed(lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)),
        };
        cells.AddRange(payers.Select(payer => Printed(lines
            .SelectMany(line => line.Payers)
            .Where(share => share.Payer == payer.Payer)
            .Aggregate(Money.Zero, (sum, share) => sum + share.Amount))));
        table.AddRow([.. cells.Select(Markup.Escape)]);
    }

    private static void WriteCheck(IAnsiConsole console, ScheduleCheck check)
    {
        string mark = check.Passed ? "通过 passed" : "未通过 failed";
        string result = $"{check.Code} {mark}  {Exact.Text(check.Residual)} {check.Unit}";
        console.MarkupLineInterpolated($"  {result}  {check.Note.Chinese} {check.Note.English}");
    }

    private static void WriteRefused(
        IAnsiConsole console, AccountingYear year, IReadOnlyList<SchemeOutcome> refused)
    {
        console.MarkupLineInterpolated($"[bold]未测算 Not drawn {year}[/]");
        foreach (var draft in refused)
        {
            console.MarkupLineInterpolated($"{draft.Scheme.Code}  {TitleOf(draft.Scheme)}");
            var reasons = draft.Draft.Problems.Where(problem => problem.Severity == ProblemSeverity.Refusal);
            foreach (var reason in reasons.Take(ReasonsShown))
                console.MarkupLineInterpolated($"  {reason.Text.Chinese} {reason.Text.English}");
        }
    }

    private static void WriteProblems(IAnsiConsole console, ImmutableArray<AccountingProblem> problems)
    {
        foreach (var problem in problems.Take(ProblemsShown))
        {
            string code =
                WorkspaceProblem.CodeOf(problem.Code), severity = WorkspaceProblem.CodeOf(problem.Severity);
            console.MarkupLineInterpolated($"  {severity} {code}: {problem.Text.Chinese}");
            console.MarkupLineInterpolated($"    {problem.Text.English} ({problem.Where})");
        }
        if (problems.Length > ProblemsShown)
            console.MarkupLineInterpolated($"  … 另有 {problems.Length - ProblemsShown} 条 more");
    }

    private static string TitleOf(Scheme scheme) => $"{scheme.Name.Chinese} / {scheme.Name.English}";

    private static string Printed(Money amount) =>
        amount.Yuan.ToString(YuanFormat, CultureInfo.InvariantCulture);
}

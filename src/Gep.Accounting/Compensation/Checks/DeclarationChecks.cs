using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>C05 and R01: the drawn total against declared totals and plausible ranges.</summary>
internal static class DeclarationChecks
{
    /// <summary>
    /// Half of 0.01 万元, the last digit of a printed budget figure [yuan]: a figure further away was not
    /// rounded from the drawn one ([COMPENSATION] §5.5 C05, §7 V06).
    /// </summary>
    private const decimal HalfPrintedDigitYuan = 50m;

    public static IEnumerable<ScheduleCheck> On(
        Scheme scheme,
        AccountingYear year,
        IReadOnlyList<DraftLine> lines,
        Money total,
        List<AccountingProblem> problems)
    {
        var checks = new List<ScheduleCheck>();
        foreach (var declared in scheme.DeclaredTotals.Where(declared => declared.Year == year))
            checks.Add(DeclaredCheck(declared, lines, total, problems));
        foreach (var range in scheme.Ranges)
        {
            var concerned =
                lines.Where(line => range.Reserve is null || line.Reserve == range.Reserve).ToList();
            if (concerned.Count == 0) continue;
            decimal sum = concerned.Sum(line => line.Amount.Yuan);
            decimal outside = Math.Max(range.Low.Yuan - sum, 0) + Math.Max(sum - range.High.Yuan, 0);
            if (outside > 0) problems.Add(SchemeProblems.OutOfRange(range, sum));
            checks.Add(new ScheduleCheck(ScheduleCheckCode.R01, outside, "yuan", outside == 0,
                new(Invariant($"{range.Name.Chinese}：{sum:F2} 元，应在 {range.Low}–{range.High} 元之间。"),
                    Invariant($"{range.Name.English}: {sum:F2}, expected {range.Low} to {range.High}."))));
        }
        return checks;
    }

    private static ScheduleCheck DeclaredCheck(
        DeclaredTotal declared, IReadOnlyList<DraftLine> lines, Money total, List<AccountingProblem> problems)
    {
        decimal residual = total.Yuan - declared.Amount.Yuan;
        bool isWithin = Math.Abs(residual) <= HalfPrintedDigitYuan;
        if (!isWithin) problems.Add(SchemeProblems.DeclaredMissed(declared, total.Yuan, residual));
        decimal areaMu = lines.Sum(line => line.AreaMu ?? 0);
        string area = declared.AreaMu is { } mu ? Invariant($"; area {areaMu} mu against {mu} mu") : "";
        string areaChinese =
            declared.AreaMu is { } declaredMu ? Invariant($"；面积 {areaMu} 亩，公布 {declaredMu} 亩") : "";
        return new ScheduleCheck(ScheduleCheckCode.C05, residual, "yuan", isWithin,
            new(Invariant($"测算 {total} 元，公布 {declared.Amount} 元{areaChinese}。"),
                Invariant($"Drawn {total} yuan, declared {declared.Amount} yuan{area}.")));
    }
}

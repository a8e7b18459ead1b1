using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>The checks that need more than the schedule itself: C02 to C04, C07, C08, C15, C16, C18 to C20,
/// C23, C24.</summary>
/// <remarks>What auditors complained about: [COMPENSATION] §5.5. The others are made when a schedule is
/// drawn.</remarks>
public static class DossierChecks
{
    /// <summary>Days within which earmarked money is passed on ([COMPENSATION] §5.4, 60 days).</summary>
    public const int StrandedDaysMax = 60;

    /// <summary>Ineligible land up to this is a matter of digitising [mu] ([COMPENSATION] §5.5
    /// C06).</summary>
    private const decimal SliverMu = 0.01m;

    /// <summary>Least share of ecological forest in converted land (退耕还林条例第二十三条).</summary>
    private const decimal EcologicalShareMin = 0.80m;

    /// <summary>A ranger with more than this many times the median area is an outlier.</summary>
    private const decimal RangerOutlierTimes = 3m;

    /// <summary>A change of a village from which it needs a reason ([COMPENSATION] §5.5 C20).</summary>
    private const decimal JumpShare = 0.20m;

    /// <summary>All findings, in order of the checks' numbers and of places.</summary>
    public static ImmutableArray<DossierFinding> On(Schedule schedule, ScheduleDossier dossier) =>
    [
        .. Deductions(dossier).Concat(Stranded(dossier)).Concat(Notice(dossier)).Concat(Ineligible(dossier))
            .Concat(Payees(schedule, dossier)).Concat(Uses(dossier)).Concat(Issuers(dossier))
            .Concat(Converted(dossier)).Concat(Rangers(dossier)).Concat(Jumps(schedule, dossier))
            .Concat(Cards(dossier)).Concat(Penalties(schedule, dossier))
            .OrderBy(finding => finding.Code)
            .ThenBy(finding => finding.Where, StringComparer.Ordinal),
    ];

    private static IEnumerable<DossierFinding> Deductions(ScheduleDossier dossier) => dossier.Deductions
        .Where(deduction => !deduction.IsDeclared)
        .Select(deduction => Blocks(ScheduleCheckCode.C02, deduction.Line,
            $"{deduction.Line} 被扣除 {deduction.Amount} 元（{deduction.Purpose}），没有依据。",
            $"{deduction.Amount} yuan deducted from {deduction.Line} for {deduction.Purpose}, no document.",
            "请退还，或补充依据文件。", "Pay it back, or add the document."));

    private static IEnumerable<DossierFinding> Stranded(ScheduleDossier dossier)
    {
        foreach (var flow in dossier.Flows)
        {
            bool isLate = flow.PaidOn is { } paid && paid > flow.ReceivedOn.AddDays(StrandedDaysMax);
            bool isStranded = flow.Paid < flow.Received
                && dossier.On > flow.ReceivedOn.AddDays(StrandedDaysMax);
            if (!isLate && !isStranded) continue;
            string left = (flow.Received - flow.Paid).ToString();
            yield return new DossierFinding(
                ScheduleCheckCode.C03, isStranded
                    ? ProblemSeverity.Refusal : ProblemSeverity.Warning, flow.Document,
                new($"{flow.Document} 的资金超过 {StrandedDaysMax} 日，滞留 {left} 元。",
                    $"Money of {flow.Document} took over {StrandedDaysMax} days; {left} yuan are stranded."),
                new("请及时拨付。", "Pay it on."));
        }
    }

    private static IEnumerable<DossierFinding> Notice(ScheduleDossier dossier) =>
        dossier.NoticedOn is not null
        ? []
        : [Blocks(ScheduleCheckCode.C04, "notice", "没有公示记录，不得下达。",
            "There is no record of a public notice.",
            "请公示并登记。", "Give public notice and record it.")];

    private static IEnumerable<DossierFinding> Ineligible(ScheduleDossier dossier) => dossier.Ineligible
        .Where(land => land.AreaMu > SliverMu)
        .Select(land => Blocks(ScheduleCheckCode.C07, land.Parcel,
            Invariant($"地块 {land.Parcel} 含 {land.AreaMu} 亩{land.LandUse}，不在补偿范围。"),
            Invariant($"{land.Parcel} contains {land.AreaMu} mu of {land.LandUse}, which is not eligible."),
            "请从登记面积中扣除。", "Take it out of the register area."));

    private static IEnumerable<DossierFinding> Payees(Schedule schedule, ScheduleDossier dossier)
    {
        var invalid = dossier.Payees.Where(payee => !payee.IsValid).Select(payee => payee.Payee).ToHashSet();
        return schedule.Lines.Where(line => invalid.Contains(line.Payee)).Select(line => Blocks(
            ScheduleCheckCode.C08, line.Id,
            $"收款人 {line.Payee} 已去世、迁出或失效。",
                $"The payee {line.Payee} has died, moved or lost the right.",
            "请暂停该行并核实继承人或新权利人。", "Suspend the line and establish who is entitled now."));
    }

    private static IEnumerable<DossierFinding> Uses(ScheduleDossier dossier) => dossier.Flows
        .Where(flow => !dossier.AllowedUseCodes.IsEmpty && !dossier.AllowedUseCodes.Contains(flow.UseCode))
        .Select(flow => Blocks(ScheduleCheckCode.C15, flow.Document,
            $"{flow.Document} 的用途科目 {flow.UseCode} 不在允许范围。",
            $"{flow.Document} was used under code {flow.UseCode}, which the scheme does not allow.",
            "请归还原渠道并更正科目。", "Return the money and correct the code."));

    private static IEnumerable<DossierFinding> Issuers(ScheduleDossier dossier) => dossier.Flows
        .Where(flow => !flow.IssuerIsFinance)
        .Select(flow => Blocks(ScheduleCheckCode.C16, flow.Document,
            $"{flow.Document} 不是由财政部门下达。",
                $"{flow.Document} was not issued by the finance department.",
            "转移支付只能由财政部门下达。", "Let the finance department issue it."));

    private static IEnumerable<DossierFinding> Converted(ScheduleDossier dossier) => dossier.Converted
        .Where(land => land.TotalMu > 0 && land.EcologicalMu < EcologicalShareMin * land.TotalMu)
        .Select(land => Warns(ScheduleCheckCode.C18, land.County,
            Invariant($"{land.County} 退耕地中生态林 {land.EcologicalMu} 亩，不足 {land.TotalMu} 亩的 80%。"),
            Invariant(
                $"{land.County}: {land.EcologicalMu} mu ecological forest of {land.TotalMu}, below 80 %."),
            "请核对林种。", "Check the kinds of forest."));

    private static IEnumerable<DossierFinding> Rangers(ScheduleDossier dossier)
    {
        foreach (var twice in dossier.Rangers.GroupBy(ranger => ranger.Identity, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
        {
            yield return Blocks(ScheduleCheckCode.C19, twice.Key, $"护林员 {twice.First().Name} 重复。",
                $"Ranger {twice.First().Name} stands twice.", "请只保留一个。", "Keep one of them.");
        }
        if (dossier.Rangers.IsEmpty) yield break;
        decimal[] areas = [.. dossier.Rangers.Select(ranger => ranger.AreaMu).Order()];
        decimal median = areas[areas.Length / 2];
        foreach (var ranger in dossier.Rangers)
        {
            if (ranger.Contract is null)
            {
                yield return Warns(ScheduleCheckCode.C19, ranger.Identity, $"护林员 {ranger.Name} 没有合同。",
                    $"Ranger {ranger.Name} has no contract.", "请补签合同。", "Add the contract.");
            }
            if (ranger.AreaMu > RangerOutlierTimes * median)
            {
                yield return Warns(ScheduleCheckCode.C19, ranger.Identity,
                    Invariant($"护林员 {ranger.Name} 管护 {ranger.AreaMu} 亩，远高于中位数 {median} 亩。"),
                    Invariant(
                        $"Ranger {ranger.Name} has {ranger.AreaMu} mu in care, the median is {median}."),
                    "请核对管护面积。", "Check the area.");
            }
        }
    }

    private static IEnumerable<DossierFinding> Jumps(Schedule schedule, ScheduleDossier dossier)
    {
        if (dossier.YearBefore is not { } before) yield break;
        var old = before.Lines.ToLookup(line => $"{line.District} {line.Town} {line.Village}");
        foreach (var village in schedule.Lines.GroupBy(line => $"{line.District} {line.Town} {line.Village}"))
        {
            decimal was = old[village.Key].Sum(line => line.Amount.Yuan);
            decimal now = village.Sum(line => line.Amount.Yuan);
            bool isJump = Math.Abs(now - was) > JumpShare * Math.Abs(was);
            if (!isJump || dossier.ExplainedVillages.Contains(village.Key)) continue;
            yield return Warns(ScheduleCheckCode.C20, village.Key,
                Invariant($"{village.Key} 由 {was:F2} 元变为 {now:F2} 元，没有原因代码。"),
                Invariant($"{village.Key} went from {was:F2} to {now:F2} yuan without a reason code."),
                "请填写变化原因。", "Give the reason.");
        }
    }

    private static IEnumerable<DossierFinding> Cards(ScheduleDossier dossier)
    {
        var withCard = dossier.Payees.Where(payee => payee.Card is not null).ToList();
        foreach (var payee in withCard.Where(payee => payee.CardOwner is { } owner && owner != payee.Payee))
        {
            yield return Blocks(ScheduleCheckCode.C23, payee.Payee,
                $"{payee.Payee} 的卡属于 {payee.CardOwner}。",
                $"The card of {payee.Payee} belongs to {payee.CardOwner}.", "请更正卡号。",
                    "Correct the card.");
        }
        foreach (var card in withCard.GroupBy(payee => payee.Card!, StringComparer.Ordinal))
        {
            int payees = card.Select(payee => payee.Payee).Distinct().Count();
            if (payees == 1) continue;
            yield return Blocks(ScheduleCheckCode.C23, card.Key, $"{payees} 个收款人共用一张卡 {card.Key}。",
                $"{payees} payees share the card {card.Key}.", "请逐户核实卡号。",
                    "Establish each payee's own card.");
        }
    }

    private static IEnumerable<DossierFinding> Penalties(Schedule schedule, ScheduleDossier dossier)
    {
        var computed = schedule.Lines.Where(line => line.Amount < Money.Zero)
            .Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        return dossier.BookedPenalties is not { } booked || booked == computed
            ? []
            : [Blocks(ScheduleCheckCode.C24, schedule.Scheme.ToString(),
                $"应扣缴 {computed} 元，入账 {booked} 元。",
                    $"Penalties come to {computed}, booked are {booked} yuan.",
                "请补记扣缴。", "Book the difference.")];
    }

    private static DossierFinding Blocks(
        ScheduleCheckCode code, string where, string chinese, string english, string remedy,
            string remedyEnglish) =>
        new(code, ProblemSeverity.Refusal, where, new(chinese, english), new(remedy, remedyEnglish));

    private static DossierFinding Warns(
        ScheduleCheckCode code, string where, string chinese, string english, string remedy,
            string remedyEnglish) =>
        new(code, ProblemSeverity.Warning, where, new(chinese, english), new(remedy, remedyEnglish));
}

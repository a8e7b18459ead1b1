using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>The problems of claims, in words.</summary>
internal static class ClaimProblems
{
    public static AccountingProblem Duplicate(LossClaim first, LossClaim second) => new(
        AccountingProblemCode.ClaimDuplicate, ProblemSeverity.Refusal, second.Place,
        new($"申报号 {second.Id} 重复（另见 {first.Place}）。",
            $"Claim {second.Id} stands twice (also {first.Place})."),
        new("请只保留一个，或更正申报号。", "Keep one of them, or correct the id."));

    public static AccountingProblem OutOfRange(LossClaim claim) => new(
        AccountingProblemCode.ClaimOutOfRange, ProblemSeverity.Refusal, claim.Place,
        new(Invariant($"申报 {claim.Id} 的数值为负或过大：{claim.VerifiedLossYuan} 元，{claim.DamagedMu} 亩。"),
            Invariant($"Claim {claim.Id} cannot be: {claim.VerifiedLossYuan} yuan, {claim.DamagedMu} mu.")),
        new("请更正申报。", "Correct the claim."));

    public static AccountingProblem Unverified(LossClaim claim) => new(
        AccountingProblemCode.ClaimUnverified, ProblemSeverity.Refusal, claim.Place,
        new($"申报 {claim.Id} 没有核实凭证或核实日期。", $"Claim {claim.Id} has no certificate or day of verification."),
        new("请补充核实凭证，或删除该申报。", "Add the verification, or remove the claim."));

    public static AccountingProblem Identical(LossClaim first, int payees) => new(
        AccountingProblemCode.ClaimLossSuspicious, ProblemSeverity.Warning, first.Place,
        new(Invariant($"{payees} 户申报的损失完全相同：{first.VerifiedLossYuan} 元。"),
            Invariant($"{payees} payees claim the identical loss of {first.VerifiedLossYuan} yuan.")),
        new("请抽查这些申报。", "Inspect these claims."));

    public static AccountingProblem Round(LossClaim claim) => new(
        AccountingProblemCode.ClaimLossSuspicious, ProblemSeverity.Warning, claim.Place,
        new(Invariant($"申报 {claim.Id} 的损失是整千元：{claim.VerifiedLossYuan} 元。"),
            Invariant($"The loss of claim {claim.Id} is a round {claim.VerifiedLossYuan} yuan.")),
        new("请抽查该申报。", "Inspect the claim."));

    public static AccountingProblem OutOfSeason(LossClaim claim, AccountingYear year) => new(
        AccountingProblemCode.ClaimOutOfSeason, ProblemSeverity.Warning, claim.Place,
        new($"申报 {claim.Id} 的损失日 {RateProblems.Iso(claim.LossDay)} 不在 {year} 年的受损季节内。",
            $"The loss of claim {claim.Id} on {RateProblems.Iso(claim.LossDay)} lies outside the "
                + $"season of {year}."),
        new("请核对损失日期与原因。", "Check the day and the cause of the loss."));

    public static AccountingProblem TooMany(LossClaim first, int claims) => new(
        AccountingProblemCode.ClaimsTooMany, ProblemSeverity.Warning, first.Place,
        new($"{first.Village} {first.Payee} 本年申报 {claims} 次。",
            $"{first.Payee} of {first.Village} has {claims} claims this year."),
        new("请核对是否重复申报。", "Check whether they repeat each other."));

    public static AccountingProblem PotAboveLosses(Scheme scheme, decimal potYuan, decimal lossesYuan) => new(
        AccountingProblemCode.PotAboveLosses, ProblemSeverity.Warning, scheme.Place,
        new(Invariant($"{scheme.Code}：资金 {potYuan} 元多于核实损失合计 {lossesYuan} 元，补偿将超过损失。"),
            Invariant($"{scheme.Code}: the pot of {potYuan} yuan exceeds the losses of {lossesYuan} yuan.")),
        new("请确认申报是否齐全，或结余资金的用途。", "Check that all claims are in, or what the rest of the pot is for."));
}

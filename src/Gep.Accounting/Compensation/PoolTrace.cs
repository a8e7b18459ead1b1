using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Traces;
using static System.FormattableString;

namespace Gep.Accounting.Compensation;

/// <summary>Explains a line that is a share of a pot.</summary>
internal static class PoolTrace
{
    /// <summary>
    /// The tree from the amount down to the pot, the verified loss and the rank of the remainder.
    /// </summary>
    public static TraceNode Of(
        Scheme scheme,
        AccountingYear year,
        LossClaim claim,
        ClassRate pot,
        decimal sumOfLosses,
        SplitPart part,
        int lines,
        ImmutableArray<PayerShare> payers) => new(
            new($"{scheme.Name.Chinese}：{year} 年应补金额", $"{scheme.Name.English}: payment for {year}"),
            $"{part.Amount} yuan",
            "P · l / Σl, largest remainder to the fen",
            scheme.Source,
            scheme.Place,
            [
                pot.Trace with { Label = new("资金总额 P", "pot P") },
                LossOf(claim),
                TraceNode.Input(
                    new($"全部核实损失 Σl（{lines} 件）", $"sum of verified losses Σl ({lines} claims)"),
                    Invariant($"{sumOfLosses} yuan"), null, null),
                new TraceNode(
                    new("精确份额", "exact share"),
                    Invariant($"{pot.Total * (claim.VerifiedLossYuan / sumOfLosses):F6} yuan"),
                    Invariant($"{pot.Total} · {claim.VerifiedLossYuan} / {sumOfLosses}"), null, null, []),
                RankOf(part, lines),
                AreaTrace.PayersOf(payers),
            ]);

    private static TraceNode LossOf(LossClaim claim)
    {
        string on = claim.VerifiedOn is { } day ? RateProblems.Iso(day) : "—";
        return TraceNode.Input(
            new($"核实损失 l：申报 {claim.Id}，{claim.Crop}，凭证 {claim.Certificate}，{on} 核实",
                $"verified loss l: claim {claim.Id}, {claim.Crop}, certificate {claim.Certificate}, "
                    + $"verified {on}"),
            Invariant($"{claim.VerifiedLossYuan} yuan"), null, claim.Place);
    }

    private static TraceNode RankOf(SplitPart part, int lines)
    {
        string chinese = part.HasExtraFen ? "得一分" : "不加";
        string english = part.HasExtraFen ? "gets a fen" : "gets none";
        return TraceNode.Input(
            new($"余数第 {part.Rank} 位，共 {lines} 行：{chinese}",
                $"remainder ranks {part.Rank} of {lines}: {english}"),
            Invariant($"{part.Remainder:F6} fen"), null, null);
    }
}

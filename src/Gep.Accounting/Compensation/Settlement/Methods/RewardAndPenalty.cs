using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>The reward or the penalty in a signed amount, so that neither is netted invisibly.</summary>
internal static class RewardAndPenalty
{
    public static IEnumerable<LineFact> Of(decimal yuan) =>
    [
        yuan < 0
            ? new LineFact("penalty", new("扣缴", "penalty"), yuan, Unit.Of("yuan"), true)
            : new LineFact("reward", new("奖励", "reward"), yuan, Unit.Of("yuan"), true),
    ];
}

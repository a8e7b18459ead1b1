namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>Reward below and penalty above a quarterly target of air quality.</summary>
/// <remarks>
/// <c>d = target − actual</c>; <c>d ≥ θ</c>: reward <c>y·(d − θ)</c> when counted from the threshold,
/// <c>y·d</c> from
/// the target; <c>d &lt; 0</c>: penalty <c>y·d</c>; else nothing.<br/>
/// y [yuan/(µg/m³)]; θ threshold of the pollutant [µg/m³]. The choice <c>count_from</c> is <c>threshold</c>
/// or
/// <c>target</c>: the report leaves it open.<br/>
/// Source: [WHAIR2016].
/// </remarks>
internal static class QuarterTarget
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PerformanceSettlement, ["yuan_per_ug"], ["target", "actual"], SettlementFormula.Each(Settle))
    {
        Words = ["pollutant"],
    };

    private static SettledAmount? Settle(SettlementCase one)
    {
        if (!one.Terms.Values.TryGetValue($"threshold_{one.Word("pollutant")}",
            out decimal threshold)) return null;
        bool isFromTarget = one.Choice("count_from") == "target";
        if (!isFromTarget && one.Choice("count_from") != "threshold") return null;
        decimal drop = one.Measure("target") - one.Measure("actual");
        decimal counted = drop < 0 ? drop : drop < threshold ? 0 : isFromTarget ? drop : drop - threshold;
        decimal yuan = counted * one.Value("yuan_per_ug");
        return new SettledAmount(yuan, "y · (target − actual − θ), or y · (target − actual)")
        {
            Facts = [.. RewardAndPenalty.Of(yuan)],
        };
    }
}

using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>Reward or penalty by the change of a section's composite index against its control
/// section.</summary>
/// <remarks>
/// <c>I ≤ I₀ : +a; I &lt; I₀·(1 − t) : +b; I &gt; I₀ : −c; I &gt; I₀·(1 + t) : −d</c>; a change of exactly t
/// belongs
/// to the smaller step. A fall of the water class costs the term <c>class_drop</c> more where the text gives
/// it.<br/>
/// I index of the section, I₀ of its reference section [1]; t threshold [1]; a, b, c, d [yuan].<br/>
/// Source: [WHSEC2017].
/// </remarks>
internal static class SectionStep
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PerformanceSettlement,
        ["threshold", "down", "down_over", "up", "up_over"],
        ["index", "reference_index"],
        SettlementFormula.Each(Settle));

    private static SettledAmount? Settle(SettlementCase one)
    {
        decimal index = one.Measure("index"), reference = one.Measure("reference_index");
        if (reference <= 0) return null;
        decimal classDrop = one.MeasureOr("classes_fallen", 0);
        if (classDrop > 0 && !one.Terms.Values.ContainsKey("class_drop")) return null;
        decimal threshold = one.Value("threshold");
        string step = index < reference * (1 - threshold) ? "down_over"
            : index <= reference ? "down"
            : index <= reference * (1 + threshold) ? "up" : "up_over";
        decimal yuan = one.Value(step) + classDrop * one.ValueOr("class_drop", 0);
        return new SettledAmount(yuan, $"{step}(index / reference_index)")
        {
            Facts =
            [
                new LineFact("change", new("指数变化", "change of the index"),
                    Math.Round(index / reference - 1, 6, MidpointRounding.AwayFromZero), Unit.One, false),
                .. RewardAndPenalty.Of(yuan),
            ],
        };
    }
}

using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>Water class against a target class, and the change of the index of pollutants.</summary>
/// <remarks>
/// <c>M = y_class·(K₀ − K) + clip(−Δ·y_point, ±cap)</c>; positive: the lower region pays the upper one.<br/>
/// K water class 1 to 6, K₀ target class; Δ change of the index [percentage points]; y [yuan].<br/>
/// Source: [YELLOW2021].
/// </remarks>
internal static class ClassAndIndex
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PerformanceSettlement,
        ["target_class", "yuan_per_class", "yuan_per_point", "change_cap"],
        ["water_class", "index_change_points"],
        SettlementFormula.Each(Settle));

    private static SettledAmount Settle(SettlementCase one)
    {
        decimal byClass =
            (one.Value("target_class") - one.Measure("water_class")) * one.Value("yuan_per_class");
        decimal cap = one.Value("change_cap");
        decimal byChange =
            Math.Clamp(-one.Measure("index_change_points") * one.Value("yuan_per_point"), -cap, cap);
        return new SettledAmount(byClass + byChange, "y_class · (K₀ − K) + clip(−Δ · y_point, ±cap)")
        {
            Facts =
            [
                new LineFact("class_part", new("类别部分", "class part"), byClass, Unit.Of("yuan"), true),
                new LineFact("change_part", new("变化部分", "change part"), byChange, Unit.Of("yuan"), true),
            ],
        };
    }
}

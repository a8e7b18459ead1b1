using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A composite index decides whether the lower region pays the upper one or the other way.</summary>
/// <remarks>
/// <c>P = k₀ · Σ k_i · C_i / C_i0</c> over COD_Mn, NH3-N, TP, TN; <c>P ≤ 1</c>: +a, and +e more when
/// <c>P ≤ P_e</c>; else −a.<br/>
/// C concentration, C₀ its base [mg/L]; k₀, k_i constants [1]; a, e [yuan].<br/>
/// Source: [XINAN], constants [GENERAL-KNOWLEDGE].
/// </remarks>
internal static class PollutionIndex
{
    private const int IndexDecimals = 6;

    private static readonly string[] Pollutants = ["codmn", "nh3n", "tp", "tn"];

    public static SettlementFormula Formula { get; } = new(
        RuleKind.PerformanceSettlement,
        ["k0", "amount", .. Pollutants.Select(name => $"k_{name}")],
        [.. Pollutants.SelectMany(name => new[] { name, $"{name}_base" })],
        SettlementFormula.Each(Settle));

    private static SettledAmount? Settle(SettlementCase one)
    {
        if (Pollutants.Any(name => one.Measure($"{name}_base") <= 0)) return null;
        decimal index = one.Value("k0") * Pollutants.Sum(name =>
            one.Value($"k_{name}") * one.Measure(name) / one.Measure($"{name}_base"));
        bool isExtra = one.Terms.Values.TryGetValue("extra_at", out decimal bound) && index <= bound;
        decimal yuan = index <= 1
            ? one.Value("amount") + (isExtra ? one.ValueOr("extra", 0) : 0)
            : -one.Value("amount");
        decimal printed = Math.Round(index, IndexDecimals, MidpointRounding.AwayFromZero);
        return new SettledAmount(yuan, "P = k₀ · Σ k_i · C_i / C_i0; P ≤ 1: +a, else −a")
        {
            Facts = [new LineFact("p", new("综合指数 P", "composite index P"), printed, Unit.One, false)],
        };
    }
}

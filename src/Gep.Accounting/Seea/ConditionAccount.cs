using System.Collections.Immutable;

namespace Gep.Accounting.Seea;

/// <summary>生态系统状况账户: the condition of one ecosystem type as an index of its indicators.</summary>
/// <param name="Opening">Index at the opening, 0…1.</param>
/// <param name="Closing">Index at the closing, 0…1.</param>
/// <param name="Weights">Weight of each indicator, in their order; they add up to 1.</param>
public sealed record ConditionAccount(double Opening, double Closing, ImmutableArray<double> Weights)
{
    /// <summary>The index of a type's indicators.</summary>
    /// <remarks>
    /// Each class of the typology that is present has the same weight, shared equally by its indicators.
    /// Types are never averaged. Source: [SEEA] chapter 5, [METHODS] §11.1.
    /// </remarks>
    public static ConditionAccount Of(ImmutableArray<ConditionIndicator> indicators)
    {
        if (indicators.IsDefaultOrEmpty) throw new ArgumentException("No indicator.", nameof(indicators));
        int classes = indicators.DistinctBy(one => one.ConditionClass).Count();
        ImmutableArray<double> weights =
        [
            .. indicators.Select(one => 1.0 / classes
                / indicators.Count(other => other.ConditionClass == one.ConditionClass)),
        ];
        return new ConditionAccount(
            Sum(indicators, weights, one => one.Opening), Sum(indicators, weights, one => one.Closing),
                weights);
    }

    private static double Sum(
        ImmutableArray<ConditionIndicator> indicators, ImmutableArray<double> weights,
        Func<ConditionIndicator, double> valueOf) =>
        indicators.Select((one, i) => weights[i] * one.Rescaled(valueOf(one))).Sum();
}

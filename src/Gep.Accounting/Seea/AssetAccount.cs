using System.Collections.Immutable;
using Gep.Accounting.Valuation;

namespace Gep.Accounting.Seea;

/// <summary>生态系统资产账户: opening and closing value of an ecosystem type by the net present value of its
/// flows.</summary>
/// <param name="Opening">Value at the opening.</param>
/// <param name="Enhancement">More flow from a better condition.</param>
/// <param name="Degradation">Less flow from a worse condition; negative.</param>
/// <param name="Conversions">More or less extent.</param>
/// <param name="UpwardReappraisal">More flow although the condition is not better.</param>
/// <param name="DownwardReappraisal">Less flow although the condition is not worse; negative.</param>
/// <param name="Revaluation">Other prices.</param>
/// <param name="Closing">Value at the closing.</param>
public sealed record AssetAccount(
    double Opening, double Enhancement, double Degradation, double Conversions, double UpwardReappraisal,
    double DownwardReappraisal, double Revaluation, double Closing)
{
    /// <summary>Opening and all changes less the closing; zero but for the last digits.</summary>
    public double Residual =>
        Opening + Enhancement + Degradation + Conversions + UpwardReappraisal + DownwardReappraisal
            + Revaluation
        - Closing;

    /// <summary>The account of one ecosystem type.</summary>
    /// <remarks>
    /// <c>V = a · Σ f · p</c>, <c>f = A · v</c>; the change of each flow is split by Shapley into area,
    /// volume per
    /// area and price. Volume up with condition up is enhancement, volume down with condition down is
    /// degradation,
    /// anything else a reappraisal. Source: [SEEA] chapter 10, [SEEALAND].
    /// </remarks>
    /// <param name="flows">The flows of the type.</param>
    /// <param name="openingExtent">Extent at the opening.</param>
    /// <param name="closingExtent">Extent at the closing.</param>
    /// <param name="conditionChange">Change of the condition index.</param>
    /// <param name="conditionThreshold">A change of the index up to this counts as none.</param>
    /// <param name="annuity">Present value of 1 a year.</param>
    public static AssetAccount Of(
        ImmutableArray<AssetFlow> flows, double openingExtent, double closingExtent, double conditionChange,
        double conditionThreshold, double annuity)
    {
        double area = 0, volume = 0, price = 0;
        foreach (var flow in flows)
        {
            var effects = EffectsOf(flow, openingExtent, closingExtent);
            area += annuity * effects[0];
            volume += annuity * effects[1];
            price += annuity * effects[2];
        }
        bool isBetter = conditionChange > conditionThreshold, isWorse = conditionChange < -conditionThreshold;
        double up = Math.Max(0.0, volume), down = Math.Min(0.0, volume);
        return new AssetAccount(
            annuity * flows.Sum(flow => flow.OpeningFlow * flow.OpeningPrice),
            isBetter ? up : 0.0, isWorse ? down : 0.0, area, isBetter ? 0.0 : up, isWorse ? 0.0 : down, price,
            annuity * flows.Sum(flow => flow.ClosingFlow * flow.ClosingPrice));
    }

    /// <summary>Effects of area, volume per area and price on the yearly value of a flow.</summary>
    public static ImmutableArray<double> EffectsOf(
        AssetFlow flow, double openingExtent, double closingExtent) =>
        ShapleyEffects.Of(
            [openingExtent, flow.OpeningFlow / openingExtent, flow.OpeningPrice],
            [closingExtent, flow.ClosingFlow / closingExtent, flow.ClosingPrice]);
}

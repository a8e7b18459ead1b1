using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;

namespace Gep.Accounting.EcosystemServices;

/// <summary>
/// 调查实物量: services whose physical quantity was measured or modelled elsewhere and is given by district and
/// ecosystem type. A reference account whose own model is not known is reproduced this way.
/// </summary>
internal static class SurveyedQuantities
{
    private static readonly SourceRef Source = new("GARZE", "quantities as surveyed", Confidence.Medium);

    internal static ServiceMethod Water { get; } = Of(
        ServiceCode.WaterConservation, NationalTypes.Forest,
        ("water-conserved", Equation.AsSurveyed(
            "water", new("水源涵养量", "water kept back"), "m³/a", "reservoir-capacity")));

    internal static ServiceMethod Soil { get; } = Of(
        ServiceCode.SoilRetention, NationalTypes.Forest,
        ("soil-retained", new Equation(
            "sediment", new("减少泥沙淤积量", "sediment kept out of waters"), "m³/a", "V = λ · Qₛ / ρ", "dredging",
            [EquationInput.Parameter("λ", "sediment-share"),
                EquationInput.Parameter("ρ", "soil-bulk-density")],
            (soil, of) => SoilRetention.Sediment(soil, of[0], of[1]))),
        ("soil-retained", Nutrient("nitrogen", new("减少氮流失量", "nitrogen kept out of waters"))),
        ("soil-retained", Nutrient("phosphorus", new("减少磷流失量", "phosphorus kept out of waters")))) with
    {
        Parameters =
        [
            ParameterNeed.Of("sediment-share", "1", 0m, 1m),
            ParameterNeed.Of("soil-bulk-density", "t/m³", 0.5m, 2.5m),
            ParameterNeed.Of("nitrogen-content", "1", 0m, 0.05m),
            ParameterNeed.Of("phosphorus-content", "1", 0m, 0.05m),
        ],
    };

    internal static ServiceMethod Air { get; } = Of(
        ServiceCode.AirPurification, NationalTypes.Forest,
        ("so2-removed", Equation.AsSurveyed(
            "so2", new("净化二氧化硫量", "sulphur dioxide removed"), "t/a", "sulphur-dioxide")),
        ("nox-removed", Equation.AsSurveyed(
            "nox", new("净化氮氧化物量", "nitrogen oxides removed"), "t/a", "nitrogen-oxides")),
        ("dust-removed", Equation.AsSurveyed("dust", new("滞尘量", "dust removed"), "t/a", "dust")));

    internal static ServiceMethod Purification { get; } = Of(
        ServiceCode.WaterPurification, NationalTypes.Wetland,
        ("cod-removed", Equation.AsSurveyed(
            "cod", new("净化化学需氧量", "chemical oxygen demand removed"), "t/a", "chemical-oxygen-demand")),
        ("ammonia-nitrogen-removed", Equation.AsSurveyed(
            "ammonia-nitrogen", new("净化氨氮量", "ammonia nitrogen removed"), "t/a", "ammonia-nitrogen")));

    internal static ServiceMethod Carbon { get; } = Of(
        ServiceCode.CarbonSequestration, NationalTypes.Forest,
        ("carbon-dioxide-fixed", Equation.AsSurveyed(
            "carbon-dioxide", new("固定二氧化碳量", "carbon dioxide taken up"), "t/a", "carbon-dioxide")));

    internal static ServiceMethod Oxygen { get; } = Of(
        ServiceCode.OxygenRelease, NationalTypes.Forest,
        ("oxygen-released", Equation.AsSurveyed(
            "oxygen", new("释氧量", "oxygen released"), "t/a", "oxygen")));

    /// <summary>
    /// Mass balance of a water body from sections: what flows in less what flows out. Source: [METHODS] §5
    /// R7.
    /// </summary>
    internal static ServiceMethod PurificationBalance { get; } = new(
        ServiceCode.WaterPurification, "mass-balance", "Q = L(in) − L(out)",
        new("METHODS", "§5 R7, alternative 1", Confidence.Medium), [],
        inputs => EquationLines.OfSurvey(inputs, "cod-inflow", NationalTypes.Wetland,
        [
            new Equation("cod", new("净化化学需氧量", "chemical oxygen demand removed"), "t/a", "Q = Qₛ − L",
                "chemical-oxygen-demand", [EquationInput.TypeStatistic("L", "cod-outflow")],
                (inflow, of) => inflow - of[0]),
        ]));

    private static Equation Nutrient(string nutrient, Problems.BilingualText label) => new(
        nutrient, label, "t/a", "M = Qₛ · c", $"soil-{nutrient}",
        [EquationInput.Parameter("c", $"{nutrient}-content")],
        (soil, of) => SoilRetention.Nutrient(soil, of[0]));

    private static ServiceMethod Of(
        ServiceCode service, EcosystemTypeCode fallback,
        params ImmutableArray<(string Indicator, Equation Equation)> items) => new(
        service, "surveyed", "Q = Qₛ", Source, [],
        inputs => items.SelectMany(
            item => EquationLines.OfSurvey(inputs, item.Indicator, fallback, [item.Equation])));
}

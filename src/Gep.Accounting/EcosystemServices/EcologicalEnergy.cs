using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.EcosystemServices;

/// <summary>生态能源: hydropower, which is abiotic, and fuel from straw and biogas. P6.</summary>
internal static class EcologicalEnergy
{
    private static readonly ImmutableArray<(string Indicator, Equation Equation)> Sources =
    [
        ("hydropower", Equation.AsSurveyed(
            "hydropower", new("水力发电量", "hydropower"), "kWh/a", "electricity")
            with { Flags = [AccountFlag.Abiotic] }),
        ("biomass-fuel", Equation.AsSurveyed(
            "biomass-fuel", new("生物质燃料", "fuel from straw and wood"), "t/a", "biomass-fuel")),
        ("biogas", Equation.AsSurveyed("biogas", new("沼气", "biogas"), "m³/a", "biogas")),
    ];

    /// <summary><c>V = Σ E · p</c>. Source: [METHODS] §4 P6, [GARZE]; abiotic flows by [SEEA] 9.19.</summary>
    internal static ServiceMethod BySource { get; } = new(
        ServiceCode.EcologicalEnergy, "energy-by-source", "V = Σ E(source) · p(source)",
        new("METHODS", "§4 P6", Parameters.Confidence.Medium), [],
        inputs => Sources.SelectMany(source => EquationLines.OfSurvey(
            inputs, source.Indicator, NationalTypes.Wetland, [source.Equation])));
}

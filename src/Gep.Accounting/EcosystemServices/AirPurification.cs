using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>空气净化: sulphur dioxide, nitrogen oxides and dust that vegetation takes from the air.</summary>
public static class AirPurification
{
    /// <summary>1 t is 1000 kg.</summary>
    private const double KilogramsPerTonne = 1000.0;

    private const decimal GasRateMost = 1000m;
    private const decimal DustRateMost = 100_000m;

    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Cropland,
        NationalTypes.UrbanGreen,
    ];

    private static readonly ImmutableArray<Pollutant> Pollutants =
    [
        new("so2", new("净化二氧化硫量", "sulphur dioxide removed"), "emission-so2", "so2-rate", "sulphur-dioxide"),
        new("nox", new("净化氮氧化物量", "nitrogen oxides removed"), "emission-nox", "nox-rate", "nitrogen-oxides"),
        new("dust", new("滞尘量", "dust removed"), "emission-dust", "dust-rate", "dust"),
    ];

    internal static ServiceMethod LoadOrCapacity { get; } = new(
        ServiceCode.AirPurification, "load-or-capacity", "Q = min(E, Σ q · A / 1000)",
        new("GARZE", "air purification", Confidence.Medium),
        [
            ParameterNeed.Of("so2-rate", "kg/(hm²·a)", 0m, GasRateMost),
            ParameterNeed.Of("nox-rate", "kg/(hm²·a)", 0m, GasRateMost),
            ParameterNeed.Of("dust-rate", "kg/(hm²·a)", 0m, DustRateMost),
        ],
        inputs => PollutantRemoval.Quantities(inputs, Types, Pollutants, CapacityOf));

    /// <summary>What an extent can take from the air.</summary>
    /// <remarks>
    /// <c>C = q · A / 1000</c>. q rate [kg/(hm²·a)]; A [hm²]; C [t/a]. Source: [METHODS] §5 R6.
    /// </remarks>
    public static double Capacity(double extentHectares, double rate) =>
        rate * extentHectares / KilogramsPerTonne;

    private static TracedNumber CapacityOf(EcosystemExtent extent, TracedNumber rate)
    {
        var area = TracedNumber.OfExtent("A", extent.Area, "hm²", extent.Area.Hectares);
        return TracedNumber.Computed("C", new($"{extent.Type} 净化能力", $"capacity of {extent.Type}"),
            Capacity(area.Amount, rate.Amount), "t/a", "C = q · A / 1000", rate, area);
    }
}

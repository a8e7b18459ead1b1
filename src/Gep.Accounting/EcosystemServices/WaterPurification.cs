using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>水质净化: oxygen demand, ammonia nitrogen and phosphorus that wetlands take from the water.</summary>
public static class WaterPurification
{
    private const decimal RateMost = 1000m;

    /// <summary>Aquaculture ponds are left out: they are a source.</summary>
    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Lake, NationalTypes.River, NationalTypes.Reservoir, NationalTypes.Marsh,
        NationalTypes.Pond,
    ];

    private static readonly ImmutableArray<Pollutant> Pollutants =
    [
        new("cod", new("净化化学需氧量", "chemical oxygen demand removed"), "load-cod", "cod-rate",
            "chemical-oxygen-demand"),
        new("ammonia-nitrogen", new("净化氨氮量", "ammonia nitrogen removed"), "load-ammonia-nitrogen",
            "ammonia-nitrogen-rate", "ammonia-nitrogen"),
        new("phosphorus", new("净化总磷量", "total phosphorus removed"), "load-phosphorus", "phosphorus-rate",
            "total-phosphorus"),
    ];

    internal static ServiceMethod LoadOrCapacity { get; } = new(
        ServiceCode.WaterPurification, "load-or-capacity", "Q = min(E, Σ q · A)",
        new("GARZE", "water purification", Confidence.Medium),
        [
            ParameterNeed.Of("cod-rate", "t/(km²·a)", 0m, RateMost),
            ParameterNeed.Of("ammonia-nitrogen-rate", "t/(km²·a)", 0m, RateMost),
            ParameterNeed.Of("phosphorus-rate", "t/(km²·a)", 0m, RateMost),
        ],
        inputs => PollutantRemoval.Quantities(inputs, Types, Pollutants, CapacityOf));

    /// <summary>What an extent can take from the water.</summary>
    /// <remarks><c>C = q · A</c>. q rate [t/(km²·a)]; A [km²]; C [t/a]. Source: [METHODS] §5 R7.</remarks>
    public static double Capacity(double extentSquareKilometres, double rate) =>
        rate * extentSquareKilometres;

    private static TracedNumber CapacityOf(EcosystemExtent extent, TracedNumber rate)
    {
        var area = TracedNumber.OfExtent("A", extent.Area, "km²", extent.Area.SquareKilometres);
        return TracedNumber.Computed("C", new($"{extent.Type} 净化能力", $"capacity of {extent.Type}"),
            Capacity(area.Amount, rate.Amount), "t/a", "C = q · A", rate, area);
    }
}

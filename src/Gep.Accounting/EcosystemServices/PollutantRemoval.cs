using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>Removal of a pollutant: the smaller of what arrives and what the ecosystems can take.</summary>
public static class PollutantRemoval
{
    private const string Equation = "Q = min(E, ΣC) · C / ΣC, C = q · A";

    /// <summary>Pollutant removed in a district.</summary>
    /// <remarks>
    /// <c>Q = min(E, C)</c>. E load, C capacity, Q [t/a]. Rule G2. Source: [METHODS] §3.2, [GARZE].
    /// </remarks>
    public static double Removed(double loadTonnes, double capacityTonnes) =>
        Math.Min(loadTonnes, capacityTonnes);

    /// <summary>
    /// Removal of each pollutant per district, spread over the ecosystem types in proportion to their
    /// capacity. A type without a rate would make the capacity too small without saying so, so the district
    /// is left out then.
    /// </summary>
    /// <param name="inputs">Where numbers come from.</param>
    /// <param name="types">The types that remove.</param>
    /// <param name="pollutants">The pollutants.</param>
    /// <param name="capacityOf">Capacity [t/a] of an extent at a rate.</param>
    internal static IEnumerable<ServiceQuantity> Quantities(
        ServiceInputs inputs,
        ImmutableArray<EcosystemTypeCode> types,
        ImmutableArray<Pollutant> pollutants,
        Func<EcosystemExtent, TracedNumber, TracedNumber> capacityOf)
    {
        foreach (var district in inputs.Extents.Districts)
        {
            var extents = inputs.Of(district.District, types).ToImmutableArray();
            if (extents.IsEmpty) continue;
            foreach (var pollutant in pollutants)
            {
                var removed = InDistrict(inputs, district.District, extents, pollutant, capacityOf);
                foreach (var quantity in removed) yield return quantity;
            }
        }
    }

    private static IEnumerable<ServiceQuantity> InDistrict(
        ServiceInputs inputs,
        DistrictCode district,
        ImmutableArray<EcosystemExtent> extents,
        Pollutant pollutant,
        Func<EcosystemExtent, TracedNumber, TracedNumber> capacityOf)
    {
        var load = inputs.Statistic("E", pollutant.LoadIndicator, district);
        var capacities = new List<TracedNumber>();
        foreach (var extent in extents)
        {
            if (inputs.Parameter("q", pollutant.RateParameter, district, extent.Type) is { } rate)
                capacities.Add(capacityOf(extent, rate));
        }
        if (load is null || capacities.Count != extents.Length) yield break;
        double total = capacities.Sum(capacity => capacity.Amount);
        if (total <= 0) yield break;
        var whole = TracedNumber.Computed("ΣC", new("全区净化能力", "capacity of the district"), total, "t/a",
            "ΣC = Σ q · A", [.. capacities]);
        var flag = load.Amount <= total ? AccountFlag.MinLoad : AccountFlag.MinCapacity;
        double removed = Removed(load.Amount, total);
        for (int i = 0; i < extents.Length; i++)
        {
            yield return new ServiceQuantity(district, pollutant.Item, extents[i].Type, extents[i].Area,
                TracedNumber.Computed("Q", pollutant.Label, removed * (capacities[i].Amount / total), "t/a",
                    Equation, load, whole, capacities[i]),
                pollutant.Price)
            { Flags = [flag] };
        }
    }
}

using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>旅游康养: visits to natural attractions at travel cost, without consumer surplus.</summary>
public static class Tourism
{
    private const string PriceEquation = "p = X + T · W · k";
    private const string VisitEquation = "N = Nd · A / ΣA";

    /// <summary>The types that attract visitors.</summary>
    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Wetland,
        NationalTypes.UrbanGreen,
    ];

    internal static ServiceMethod TravelCost { get; } = new(
        ServiceCode.Tourism, "travel-cost", $"{PriceEquation}; V = N · p; {VisitEquation}",
        new("METHODS", "§6 C1", Confidence.Medium),
        [ParameterNeed.Of("time-value-share", "1", 0m, 1m)],
        Quantities);

    /// <summary>What one visit costs the visitor.</summary>
    /// <remarks>
    /// <c>p = X + T · W · k</c>. X expense [yuan/visit]; T travel and stay [h/visit]; W wage [yuan/h]; k
    /// value of time as a share of the wage [1]. No consumer surplus. Source: [BAIYANG], [SEEA], [METHODS] §6
    /// C1.
    /// </remarks>
    public static decimal YuanPerVisit(decimal expense, decimal hours, decimal wage, decimal timeShare) =>
        expense + (hours * wage * timeShare);

    /// <summary>
    /// Visits are spread over the types in proportion to their extent, as in [GARZE] table 4.
    /// </summary>
    private static IEnumerable<ServiceQuantity> Quantities(ServiceInputs inputs)
    {
        foreach (var district in inputs.Extents.Districts.Select(district => district.District))
        {
            var visits = inputs.Statistic("Nd", "ecosystem-visits", district);
            var price = Price(inputs, district);
            if (visits is null || price is null || visits.Exact is not > 0) continue;
            double whole = Types.Sum(type => inputs.Extents.AreaWithin(district, type).SquareKilometres);
            if (whole <= 0) inputs.NoteWithoutExtent(district);
            foreach (var type in Types)
            {
                var extent = inputs.Extents.AreaWithin(district, type);
                if (extent.SquareMetres <= 0) continue;
                var area = TracedNumber.OfExtent("A", extent, "km²", extent.SquareKilometres);
                yield return new ServiceQuantity(district, "visits", type, extent,
                    TracedNumber.Computed(
                        "N", new("游客人次", "visits"), visits.Amount * (area.Amount / whole), "visit/a",
                        VisitEquation, visits, area,
                        TracedNumber.Computed(
                            "ΣA", new("自然景点用地", "extent of natural types"), whole, "km²", "ΣA = Σ A")),
                    null)
                { DerivedPrice = price };
            }
        }
    }

    private static DerivedPrice? Price(ServiceInputs inputs, DistrictCode district)
    {
        var expense = inputs.Statistic("X", "travel-expense", district);
        var hours = inputs.Statistic("T", "travel-time", district);
        var wage = inputs.Statistic("W", "wage", district);
        var share = inputs.Parameter("k", "time-value-share", district);
        if (expense is null || hours is null || wage is null || share is null) return null;
        decimal yuan = YuanPerVisit(
            expense.Exact!.Value, hours.Exact!.Value, wage.Exact!.Value, share.Exact!.Value);
        return new DerivedPrice(
            "travel-cost", yuan, Unit.Of("yuan/visit"), PriceEquation, [expense, hours, wage, share]);
    }
}

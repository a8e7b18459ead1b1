using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>洪水调蓄: flood water that lakes, reservoirs and marshes hold.</summary>
public static class FloodMitigation
{
    /// <summary>The regression gives 万m³, 10⁴ m³.</summary>
    private const double CubicMetresPerTenThousand = 1e4;

    /// <summary>1 m over 1 km² is 10⁶ m³.</summary>
    private const double CubicMetresPerMetreSquareKilometre = 1e6;

    /// <summary>Unnamed water below one hectare in a district is measuring noise.</summary>
    private const double SquareMetresWorthNoting = 10_000.0;

    private const string LakeEquation = "C = 10⁴ · e^a · A^b · T";
    private const string ReservoirEquation = "C = f · S";

    private const string Price = "reservoir-capacity";

    internal static ServiceMethod Storage { get; } = new(
        ServiceCode.FloodMitigation, "storage",
        $"lakes {LakeEquation} per whole lake; reservoirs {ReservoirEquation}; marsh C = 10⁶ · A · h",
        new("RAO2014", "", Confidence.Medium),
        [
            ParameterNeed.Of("lake-intercept", "ln(10⁴ m³)", 0m, 10m),
            ParameterNeed.Of("lake-exponent", "1", 0.1m, 3m),
            ParameterNeed.Of("lake-exchange", "1/a", 0m, 10m),
            ParameterNeed.Of("reservoir-factor", "1", 0m, 1m),
            ParameterNeed.Of("reservoir-mean-depth", "m", 0m, 200m),
            ParameterNeed.Of("marsh-depth", "m", 0m, 5m),
        ],
        Quantities);

    /// <summary>Flood storage of one whole lake in a year.</summary>
    /// <remarks>
    /// <c>C = 10⁴ · e^a · A^b · T</c>. A area of the whole lake [km²], never of a part or of several lakes,
    /// because b &gt; 1; T exchanges [1/a]; C [m³/a]. Source: [RAO2014], [METHODS] §5 R5.
    /// </remarks>
    public static double LakeStorage(
        double wholeSquareKilometres, double intercept, double exponent, double exchange) =>
        CubicMetresPerTenThousand * Math.Exp(intercept)
        * Math.Pow(wholeSquareKilometres, exponent) * exchange;

    /// <summary>Flood storage of one reservoir.</summary>
    /// <remarks>
    /// <c>C = f · S</c>. f share for floods [1]; S total storage [m³]; C [m³/a]. Source: [GARZE].
    /// </remarks>
    public static double ReservoirStorage(double totalStorage, double factor) => factor * totalStorage;

    /// <summary>Surface water a marsh detains.</summary>
    /// <remarks>
    /// <c>C = 10⁶ · A · h</c>. A [km²]; h depth [m]; C [m³/a]. Source: [GARZE], unit corrected to m³.
    /// </remarks>
    public static double MarshStorage(double extentSquareKilometres, double depthMetres) =>
        CubicMetresPerMetreSquareKilometre * extentSquareKilometres * depthMetres;

    private static IEnumerable<ServiceQuantity> Quantities(ServiceInputs inputs)
    {
        foreach (var district in inputs.Extents.Districts.Select(district => district.District))
        {
            var lakes = OfBodies(inputs, district, NationalTypes.Lake, "lake-storage",
                new("湖泊调蓄量", "flood storage of lakes"), Lake);
            if (lakes is not null) yield return lakes;
            var reservoirs = OfBodies(inputs, district, NationalTypes.Reservoir, "reservoir-storage",
                new("水库调蓄量", "flood storage of reservoirs"), Reservoir);
            if (reservoirs is not null) yield return reservoirs;
            LeaveOutUnnamed(inputs, district, NationalTypes.Lake);
            LeaveOutUnnamed(inputs, district, NationalTypes.Reservoir);
            LeaveOutUnnamed(inputs, district, NationalTypes.Pond);
        }
        foreach (var extent in inputs.Of([NationalTypes.Marsh]))
        {
            if (inputs.Parameter("h", "marsh-depth", extent.District, extent.Type) is not { } depth) continue;
            var area = TracedNumber.OfExtent("A", extent.Area, "km²", extent.Area.SquareKilometres);
            yield return new ServiceQuantity(extent.District, "marsh-storage", extent.Type, extent.Area,
                TracedNumber.Computed("C", new("沼泽调蓄量", "flood storage of marshes"),
                    MarshStorage(area.Amount, depth.Amount), "m³/a", "C = 10⁶ · A · h", area, depth),
                Price);
        }
    }

    private static void LeaveOutUnnamed(ServiceInputs inputs, DistrictCode district, EcosystemTypeCode type)
    {
        var named = inputs.Extents.NamedWithin(district, type);
        var unnamed = inputs.Extents.AreaWithin(district, type) - named;
        if (unnamed.SquareMetres > SquareMetresWorthNoting) inputs.LeaveOut(type, district, unnamed);
    }

    /// <summary>
    /// Sum over the bodies of a type in a district of each whole body's storage by the district's share of
    /// it.
    /// </summary>
    private static ServiceQuantity? OfBodies(
        ServiceInputs inputs,
        DistrictCode district,
        EcosystemTypeCode type,
        string item,
        BilingualText label,
        Func<ServiceInputs, DistrictCode, WaterBody, TracedNumber?> storageOf)
    {
        var storages = new List<TracedNumber>();
        var extent = Area.Zero;
        foreach (var body in inputs.Extents.WaterBodies.Where(body => body.Type.IsWithin(type)))
        {
            double part = body.Parts
                .Where(part => part.District == district)
                .Sum(part => part.Area.SquareMetres);
            if (part <= 0 || body.WholeArea.SquareMetres <= 0) continue;
            if (storageOf(inputs, district, body) is not { } whole) continue;
            extent += Area.FromSquareMetres(part);
            double share = part / body.WholeArea.SquareMetres;
            var shareOf = TracedNumber.Computed(
                "s", new("面积占比", "share of its area"), share, "1", "s = A(district) / A(whole)");
            storages.Add(TracedNumber.Computed(
                "Cᵢ", new($"{body.Name} 在本区部分", $"part of {body.Name} in the district"),
                whole.Amount * share, "m³/a", "Cᵢ = C · s", whole, shareOf));
        }
        if (storages.Count == 0) return null;
        return new ServiceQuantity(district, item, type, extent,
            TracedNumber.Computed("ΣC", label, storages.Sum(storage => storage.Amount), "m³/a", "ΣC = Σ Cᵢ",
                [.. storages]),
            Price);
    }

    private static TracedNumber? Lake(ServiceInputs inputs, DistrictCode district, WaterBody lake)
    {
        var intercept = inputs.Parameter("a", "lake-intercept", district, lake.Type);
        var exponent = inputs.Parameter("b", "lake-exponent", district, lake.Type);
        var exchange = inputs.Parameter("T", "lake-exchange", district, lake.Type);
        if (intercept is null || exponent is null || exchange is null) return null;
        var area = TracedNumber.OfExtent("A", lake.WholeArea, "km²", lake.WholeArea.SquareKilometres);
        return TracedNumber.Computed(
            "C", new($"{lake.Name} 全湖调蓄量", $"flood storage of the whole of {lake.Name}"),
            LakeStorage(area.Amount, intercept.Amount, exponent.Amount, exchange.Amount), "m³/a",
            LakeEquation, area, intercept, exponent, exchange);
    }

    private static TracedNumber? Reservoir(ServiceInputs inputs, DistrictCode district, WaterBody reservoir)
    {
        var factor = inputs.Parameter("f", "reservoir-factor", district, reservoir.Type);
        var storage = inputs.FindReservoirStorage("S", district, reservoir.Id)
            ?? StorageFromDepth(inputs, district, reservoir);
        if (factor is null || storage is null) return null;
        return TracedNumber.Computed(
            "C", new($"{reservoir.Name} 全库调蓄量", $"flood storage of the whole of {reservoir.Name}"),
            ReservoirStorage(storage.Amount, factor.Amount), "m³/a", ReservoirEquation, factor, storage);
    }

    private static TracedNumber? StorageFromDepth(
        ServiceInputs inputs, DistrictCode district, WaterBody reservoir)
    {
        if (inputs.Parameter("h", "reservoir-mean-depth", district, reservoir.Type) is not { } depth)
            return null;
        var area = TracedNumber.OfExtent(
            "A", reservoir.WholeArea, "km²", reservoir.WholeArea.SquareKilometres);
        return TracedNumber.Computed("S", new("总库容（按平均水深）", "total storage by mean depth"),
            CubicMetresPerMetreSquareKilometre * area.Amount * depth.Amount, "m³", "S = 10⁶ · A · h", area,
            depth);
    }
}

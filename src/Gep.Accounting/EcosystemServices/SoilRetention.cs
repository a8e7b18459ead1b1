using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>土壤保持: soil that vegetation and practice keep from eroding, against bare ground (RUSLE).</summary>
public static class SoilRetention
{
    private const string SoilEquation = "SR = A · R · K · LS · (1 − C · P)";

    /// <summary>Water, built-up and bare land retain nothing against bare ground.</summary>
    private static readonly ImmutableArray<EcosystemTypeCode> Types =
    [
        NationalTypes.Forest, NationalTypes.Shrub, NationalTypes.Grassland, NationalTypes.Cropland,
        NationalTypes.UrbanGreen,
    ];

    private static readonly ParameterNeed Erosivity =
        ParameterNeed.Of("rainfall-erosivity", "MJ·mm/(hm²·h·a)", 0m, 30_000m);

    private static readonly ImmutableArray<ParameterNeed> Needs =
    [
        ParameterNeed.Of("soil-erodibility", "t·hm²·h/(hm²·MJ·mm)", 0m, 0.2m),
        ParameterNeed.Of("slope-factor", "1", 0m, 60m),
        ParameterNeed.Of("cover-factor", "1", 0m, 1m),
        ParameterNeed.Of("practice-factor", "1", 0m, 1m),
        ParameterNeed.Of("sediment-share", "1", 0m, 1m),
        ParameterNeed.Of("soil-bulk-density", "t/m³", 0.5m, 2.5m),
        ParameterNeed.Of("nitrogen-content", "1", 0m, 0.05m),
        ParameterNeed.Of("phosphorus-content", "1", 0m, 0.05m),
    ];

    internal static ServiceMethod Rusle { get; } = new(
        ServiceCode.SoilRetention, "rusle", $"{SoilEquation}; sediment = λ · SR / ρ; nutrient = c · SR",
        new("RUSLE-D", "", Confidence.Medium), [Erosivity, .. Needs],
        inputs => Quantities(inputs, extent =>
            inputs.Parameter("R", "rainfall-erosivity", extent.District, extent.Type)));

    /// <summary>R from the rain of twelve months.</summary>
    internal static ServiceMethod RusleOfMonths { get; } = Rusle with
    {
        Name = "rusle-monthly-rainfall",
        Equation = $"{Rusle.Equation}; R = 0.1833 · (Σ P² / Σ P)^1.9957",
        Source = new("RUSLE-C", "", Confidence.Medium),
        Parameters = Needs,
        Quantities = inputs => Quantities(inputs, Once(inputs, WeatherSeries.ErosivityOfMonths)),
    };

    /// <summary>R from the rain of every day.</summary>
    internal static ServiceMethod RusleOfDays { get; } = Rusle with
    {
        Name = "rusle-daily-rainfall",
        Equation = $"{Rusle.Equation}; R = Σ α · Σ P^β (P ≥ 12 mm)",
        Source = new("RUSLE-A", "", Confidence.Medium),
        Parameters = Needs,
        Quantities = inputs => Quantities(inputs, Once(inputs, WeatherSeries.ErosivityOfDays)),
    };

    /// <summary>Soil retained on an extent.</summary>
    /// <remarks>
    /// <c>SR = A · R · K · LS · (1 − C·P)</c>. A [hm²]; R erosivity [MJ·mm/(hm²·h·a)]; K erodibility
    /// [t·hm²·h/(hm²·MJ·mm)]; LS slope length and steepness, C cover, P practice [1]; SR [t/a].
    /// Source: [RUSLE-D], [HJ1173] eq. A.2–A.13, [METHODS] §5 R2.
    /// </remarks>
    public static double RetainedSoil(
        double extentHectares, double erosivity, double erodibility, double slope, double cover,
        double practice) =>
        extentHectares * erosivity * erodibility * slope * (1.0 - (cover * practice));

    /// <summary>Sediment kept out of waters.</summary>
    /// <remarks>
    /// <c>V = λ · SR / ρ</c>. λ sedimentation share [1]; SR [t/a]; ρ bulk density [t/m³]; V [m³/a]. Source:
    /// [GARZE].
    /// </remarks>
    public static double Sediment(double retainedTonnes, double sedimentShare, double bulkDensity) =>
        sedimentShare * retainedTonnes / bulkDensity;

    /// <summary>Nitrogen or phosphorus kept out of waters.</summary>
    /// <remarks><c>M = SR · c</c>. SR [t/a]; c content of the soil [1]; M [t/a]. Source: [GARZE].</remarks>
    public static double Nutrient(double retainedTonnes, double content) => retainedTonnes * content;

    /// <summary>The erosivity of an extent's district, made once from its weather.</summary>
    private static Func<EcosystemExtent, TracedNumber?> Once(
        ServiceInputs inputs, Func<ServiceInputs, DistrictCode, TracedNumber?> make)
    {
        var known = new Dictionary<DistrictCode, TracedNumber?>();
        return extent =>
        {
            if (!known.TryGetValue(extent.District, out var number))
                known[extent.District] = number = make(inputs, extent.District);
            return number;
        };
    }

    private static IEnumerable<ServiceQuantity> Quantities(
        ServiceInputs inputs, Func<EcosystemExtent, TracedNumber?> erosivityOf)
    {
        foreach (var extent in inputs.Of(Types))
        {
            if (Soil(inputs, extent, erosivityOf) is not { } soil) continue;
            var share = inputs.Parameter("λ", "sediment-share", extent.District);
            var density = inputs.Parameter("ρ", "soil-bulk-density", extent.District);
            var nitrogen = inputs.Parameter("c", "nitrogen-content", extent.District);
            var phosphorus = inputs.Parameter("c", "phosphorus-content", extent.District);
            if (share is not null && density is not null)
            {
                yield return new ServiceQuantity(extent.District, "sediment", extent.Type, extent.Area,
                    TracedNumber.Computed("V", new("减少泥沙淤积量", "sediment kept out of waters"),
                        Sediment(soil.Amount, share.Amount, density.Amount), "m³/a", "V = λ · SR / ρ",
                        share, soil, density),
                    "dredging");
            }
            if (nitrogen is not null)
                yield return NutrientOf(
                    extent, soil, nitrogen, "nitrogen", new("减少氮流失量", "nitrogen kept out of waters"));
            if (phosphorus is not null)
                yield return NutrientOf(
                    extent, soil, phosphorus, "phosphorus", new("减少磷流失量", "phosphorus kept out of waters"));
        }
    }

    private static TracedNumber? Soil(
        ServiceInputs inputs, EcosystemExtent extent, Func<EcosystemExtent, TracedNumber?> erosivityOf)
    {
        var erosivity = erosivityOf(extent);
        var erodibility = inputs.Parameter("K", "soil-erodibility", extent.District, extent.Type);
        var slope = inputs.Parameter("LS", "slope-factor", extent.District, extent.Type);
        var cover = inputs.Parameter("C", "cover-factor", extent.District, extent.Type);
        var practice = inputs.Parameter("P", "practice-factor", extent.District, extent.Type);
        if (erosivity is null || erodibility is null || slope is null || cover is null || practice is null)
            return null;
        var area = TracedNumber.OfExtent("A", extent.Area, "hm²", extent.Area.Hectares);
        double amount = RetainedSoil(
            area.Amount, erosivity.Amount, erodibility.Amount, slope.Amount, cover.Amount, practice.Amount);
        return TracedNumber.Computed("SR", new("土壤保持量", "soil retained"), amount, "t/a", SoilEquation,
            area, erosivity, erodibility, slope, cover, practice);
    }

    private static ServiceQuantity NutrientOf(
        EcosystemExtent extent, TracedNumber soil, TracedNumber content, string item,
        Problems.BilingualText label) =>
        new(extent.District, item, extent.Type, extent.Area,
            TracedNumber.Computed(
                "M", label, Nutrient(soil.Amount, content.Amount), "t/a", "M = SR · c", soil, content),
            $"soil-{item}");
}

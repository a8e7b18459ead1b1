using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

/// <summary>Areas of real layers against areas that another program computed.</summary>
public class RealLayersTests
{
    private const double WuhanAccuracy = 1e-6;

    private const double Accuracy = 1e-6, SquareMetresPerSquareKilometre = 1e6;

    /// <summary>
    /// What edges straight in the plane instead of geodesic may change. The rows beyond it are named in the
    /// tests, with <see cref="StraightLongEdges"/> as their bound.
    /// </summary>
    private const double StraightEdges = 1e-4;

    private const double StraightLongEdges = 2e-4;

    [SharedDataFact]
    public void Berlin_GeodesicEdges_AreThoseOfTheReference()
    {
        (OverlayZone<string>[] zones, OverlayParcel<string>[] parcels) = Geodesic(Berlin());
        Assert.Empty(RealLayers.Differences("berlin_green_water.csv", zones, parcels, Accuracy));
    }

    [SharedDataFact]
    public void Berlin_AsDrawn_IsCloseToTheReference()
    {
        (OverlayZone<string>[] zones, OverlayParcel<string>[] parcels) = Berlin();
        Assert.Empty(RealLayers.Differences("berlin_green_water.csv", zones, parcels, StraightEdges));
    }

    [SharedDataTheory]
    [InlineData("2015")]
    [InlineData("2024")]
    public void Liechtenstein_GeodesicEdges_AreThoseOfTheReference(string year)
    {
        (OverlayZone<string>[] zones, OverlayParcel<string>[] parcels) = Geodesic(Liechtenstein(year));
        Assert.Empty(RealLayers.Differences($"liechtenstein_{year}.csv", zones, parcels, Accuracy));
    }

    // The named rows agree as well once edges are geodesics, so long edges account for them.
    [SharedDataTheory]
    [InlineData("2015", "Schellenberg natural=wood")]
    [InlineData("2024", "Schellenberg natural=wood", "Ruggell natural=water")]
    public void Liechtenstein_AsDrawn_IsCloseToTheReference(string year, params string[] alongLongEdges)
    {
        (OverlayZone<string>[] zones, OverlayParcel<string>[] parcels) = Liechtenstein(year);
        string file = $"liechtenstein_{year}.csv";
        Assert.All(RealLayers.Differences(file, zones, parcels, StraightEdges), difference =>
            Assert.Contains(alongLongEdges, row => difference.StartsWith(row, StringComparison.Ordinal)));
        Assert.Empty(RealLayers.Differences(file, zones, parcels, StraightLongEdges));
    }

    [SharedDataFact]
    public void WuhanLakes_GeodesicEdges_AreThoseOfTheReference()
    {
        OverlayZone<string>[] districts = RealLayers.ZonesOf(
            RealLayers.ReadGeoJson("wuhan_districts_mapchina_osm", "wuhan_districts_mapchina.geojson"),
            "Name_County");
        IngestedLayer lakes = RealLayers.ReadGeoJson(
            "wuhan_natural_earth_water", "ne_10m_lakes_wuhan_subset.geojson");
        (OverlayZone<string>[] zones, OverlayParcel<string>[] parcels) = Geodesic(
            (districts, Parcels(lakes, _ => "ne_lake")));
        Assert.Empty(
            RealLayers.Differences("wuhan_ne_lakes_osm_mapchina.csv", zones, parcels, WuhanAccuracy));
    }

    [SharedDataFact]
    public void Berlin_GreenOverlaps_AreCountedOnce()
    {
        (OverlayZone<string>[] zones, _) = Berlin();
        OverlayParcel<string>[] green = Parcels(BerlinGreen(), feature => feature.Attributes["fclass"]);

        var result = AreaOverlay.Compute(zones, [new OverlayLayer<string>("green", green)]);

        double gross = result.Pieces.Sum(piece => piece.GrossSquareMetres) / SquareMetresPerSquareKilometre;
        double net = result.Pieces.Sum(piece => piece.NetSquareMetres) / SquareMetresPerSquareKilometre;
        Assert.Equal(257.46, gross, tolerance: 0.01);
        Assert.Equal(234.8, net, tolerance: 0.1);
        Assert.InRange(result.Residual.LargestParcelSquareMetres, 0, 1e-3);
    }

    [SharedDataTheory]
    [InlineData("2015", 160.520, 0, 597, 103.9)]
    [InlineData("2024", 160.516, 14, 4904, 13.4)]
    public void Liechtenstein_Whole_IsAsPublished(
        string year, double squareKilometres, int invalid, int parcelCount, double uncovered)
    {
        IngestedLayer landCover = LandCover(year);
        (OverlayZone<string>[] zones, OverlayParcel<string>[] parcels) = Liechtenstein(year);
        var result = AreaOverlay.Compute(
            zones,
            [new OverlayLayer<string>("land cover", parcels)],
            new OverlayOptions { Uncovered = UncoveredRule.SubtractAndMeasure });

        double total = zones.Sum(zone => EllipsoidArea.SquareMetres(zone.Geometry));
        double rest = result.Zones.Sum(zone => zone.UncoveredSquareMetres);
        Assert.Equal(squareKilometres, total / SquareMetresPerSquareKilometre, tolerance: 0.001);
        Assert.Equal(uncovered, rest / SquareMetresPerSquareKilometre, tolerance: 0.05);
        Assert.InRange(result.Residual.LargestUncoveredSquareMetres!.Value, 0, 1e-3);
        Assert.Equal(parcelCount, landCover.Features.Count);
        Assert.Equal(invalid, landCover.Repairs.Count);
    }

    private static (OverlayZone<string>[], OverlayParcel<string>[]) Geodesic(
        (OverlayZone<string>[] Zones, OverlayParcel<string>[] Parcels) drawn) => (
        [.. drawn.Zones.Select(zone => zone with { Geometry = GeodesicEdges.Of(zone.Geometry) })],
        [.. drawn.Parcels.Select(parcel => parcel with { Geometry = GeodesicEdges.Of(parcel.Geometry) })]);

    private static (OverlayZone<string>[] Zones, OverlayParcel<string>[] Parcels) Berlin()
    {
        IngestedLayer water = RealLayers.Read("berlin_green_water", "berlin_water.gpkg");
        return (
            RealLayers.ZonesOf(
                RealLayers.Read("berlin_green_water", "berlin_districts.gpkg"), "district_name"),
            [
                .. Parcels(BerlinGreen(), feature => feature.Attributes["fclass"]),
                .. Parcels(water, feature => feature.Attributes["fclass"]),
            ]);
    }

    private static IngestedLayer BerlinGreen() => RealLayers.Read("berlin_green_water", "berlin_green.gpkg");

    private static IngestedLayer LandCover(string year) =>
        RealLayers.Read("liechtenstein_osm_2015_2024", $"liechtenstein_{year}.gpkg", "landcover");

    /// <summary>The reference takes the tag <c>natural</c> where a feature has both.</summary>
    private static (OverlayZone<string>[] Zones, OverlayParcel<string>[] Parcels) Liechtenstein(string year)
    {
        IngestedLayer municipalities = RealLayers.Read(
            "liechtenstein_osm_2015_2024", $"liechtenstein_{year}.gpkg", "municipalities");
        return (
            RealLayers.ZonesOf(municipalities, "name"),
            Parcels(LandCover(year), feature => feature.Attributes.TryGetValue("natural", out string? natural)
                ? $"natural={natural}"
                : $"landuse={feature.Attributes["landuse"]}"));
    }

    private static OverlayParcel<string>[] Parcels(IngestedLayer layer, Func<LayerFeature, string> classOf) =>
        [.. layer.Features.Select(feature =>
            new OverlayParcel<string>(feature.Id, classOf(feature), feature.Geometry))];
}

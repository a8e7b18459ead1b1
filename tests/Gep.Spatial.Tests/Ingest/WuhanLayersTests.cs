using Gep.Spatial.Coverages;
using Gep.Spatial.Ingest;
using Gep.Spatial.Overlays;
using Gep.Spatial.Problems;
using Gep.Testing;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Ingest;

/// <summary>Real layers of Wuhan, sound and broken.</summary>
public class WuhanLayersTests
{
    private const double SquareMetresPerSquareKilometre = 1e6;

    [SharedDataFact]
    public void Mapchina_Districts_AreACoverageOfKnownArea()
    {
        IngestedLayer districts = WuhanLayers.Mapchina();

        Assert.Empty(districts.Problems);
        Assert.Equal(13, districts.Features.Count);
        Assert.Equal(8598.19, Total(districts), tolerance: 0.02);
        Assert.Empty(Examine(districts).Problems);
    }

    [SharedDataFact]
    public void Broken_EveryDistrict_IsDiagnosedAndRepaired()
    {
        IngestedLayer broken = WuhanLayers.Broken();

        Assert.Equal(
            Enumerable.Range(1, 13).Select(i => (long)i), broken.Repairs.Select(repair => repair.Feature));
        Assert.All(broken.Repairs, repair =>
        {
            Assert.Contains("self-intersection", repair.WhatEnglish, StringComparison.Ordinal);
            Assert.InRange(repair.Longitude, 113.6, 115.1);
            Assert.InRange(repair.Latitude, 29.9, 31.4);
            Assert.InRange(repair.SquareMetresMoved, 0, 1e-3);
        });
        Assert.Equal(13, broken.Features.Count);
        Assert.All(broken.Features, feature => Assert.True(feature.Geometry.IsValid));
    }

    /// <summary>
    /// Filling the drawn rings by even-odd and by winding number both gives 8571.86 km², and so does the
    /// repair. The note on the data has 8572.4 km² and overlaps of 0.2 km² after the repair of another
    /// program, 0.006 % more; here nothing overlaps.
    /// </summary>
    [SharedDataFact]
    public void Broken_AfterRepair_KeepsTheDrawnAreaAndOverlapsNowhere()
    {
        IngestedLayer broken = WuhanLayers.Broken();
        CoverageReport report = Examine(broken);

        Assert.Equal(8571.86, Total(broken), tolerance: 0.01);
        Assert.Equal(8572.4, Total(broken), tolerance: 0.6);
        Assert.Empty(report.Overlaps);
        Assert.Equal(2, report.Gaps.Count);
    }

    [SharedDataFact]
    public void Broken_Coordinates_AreSuspectedByBothSigns()
    {
        LayerProblem[] suspicions = [.. WuhanLayers.Broken().Problems
            .Where(problem => problem.Code == LayerProblemCode.Gcj02Suspected)];
        Assert.Equal(["UTF8Encoding", null], suspicions.Select(problem => problem.Field));
        Assert.All(suspicions, problem => Assert.Null(problem.Feature));
    }

    // Shores and borders of kilometres, straight here and geodesic in the reference, bend apart by up to
    // 6e-5; with geodesic edges on both sides the areas agree, see RealLayersTests of Gep.Api.Tests.
    [SharedDataFact]
    public void Lakes_InDistricts_HaveTheReferenceAreas()
    {
        const double Relative = 6e-5;
        OverlayZone<string>[] zones = [.. WuhanLayers.Mapchina().Features.Select(feature =>
            new OverlayZone<string>(feature.Attributes["Name_County"], feature.Geometry))];
        OverlayParcel<string>[] lakes = [.. WuhanLayers.Lakes().Features.Select(feature =>
            new OverlayParcel<string>(feature.Id, "ne_lake", feature.Geometry))];

        var result = AreaOverlay.Compute(zones, [new OverlayLayer<string>("lakes", lakes)]);

        IReadOnlyList<ReferenceArea> rows = ReferenceArea.Read("wuhan_ne_lakes_osm_mapchina.csv");
        Assert.Equal(
            rows.Select(row => row.District).Order(StringComparer.Ordinal),
            result.ClassAreas.Select(area => area.Zone));
        Assert.All(rows, row =>
        {
            ClassArea<string, string> area = Assert.Single(
                result.ClassAreas, found => found.Zone == row.District);
            Assert.Equal(row.Pieces, area.Pieces);
            AssertHectares(row.SumHectares, area.GrossSquareMetres);
            AssertHectares(row.UnionHectares, area.NetSquareMetres);
            AssertHectares(
                row.DistrictHectares,
                Assert.Single(result.Zones, zone => zone.Key == row.District).SquareMetres);
        });

        static void AssertHectares(double expected, double squareMetres) => Assert.Equal(
            expected, squareMetres / ReferenceArea.SquareMetresPerHectare, Relative * expected);
    }

    [SharedDataFact]
    public void Rivers_Lines_AreFeaturesWithoutArea()
    {
        IngestedLayer rivers = WuhanLayers.Rivers();
        Assert.Equal(6, rivers.Features.Count);
        Assert.All(rivers.Features, feature =>
        {
            Assert.Equal(Dimension.Curve, feature.Geometry.Dimension);
            Assert.Equal(0, feature.SquareMetres);
        });
    }

    private static double Total(IngestedLayer layer) =>
        layer.Features.Sum(feature => feature.SquareMetres) / SquareMetresPerSquareKilometre;

    private static CoverageReport Examine(IngestedLayer layer) => CoverageCheck.Examine(
        layer.Manifest.File, layer.Features.Select(
            feature => new CoverageZone(feature.Id, feature.Geometry)));
}

using Gep.Spatial.Crs;
using Gep.Spatial.Problems;
using Gep.Spatial.Tests.Ingest;
using Gep.Testing;

namespace Gep.Spatial.Tests.Crs;

public class Gcj02Tests
{
    [Fact]
    public void OffsetAt_Wuhan_IsThatOfThePublicFormula()
    {
        (double east, double north) = Gcj02.OffsetAt(114.3, 30.6);
        Assert.Equal(522, east, tolerance: 1);
        Assert.Equal(-268, north, tolerance: 1);
    }

    // A widely published pair: Tian'anmen, WGS 84 to GCJ-02.
    [Fact]
    public void FromWgs84_Beijing_IsThatOfThePublicFormula()
    {
        (double longitude, double latitude) = Gcj02.FromWgs84(116.404, 39.915);
        Assert.Equal(116.41024449916938, longitude, tolerance: 1e-9);
        Assert.Equal(39.91640428150164, latitude, tolerance: 1e-9);
    }

    [Fact]
    public void OffsetAt_OutsideChina_IsZero() => Assert.Equal((0, 0), Gcj02.OffsetAt(9.5, 47.1));

    [SharedDataFact]
    public void Compare_ShiftedDistricts_MeasuresTheOffset()
    {
        Gcj02Comparison comparison = Gcj02Suspicion.Compare(
            "wuhan.geojson",
            WuhanLayers.Matches(WuhanLayers.Broken(), "name", WuhanLayers.Mapchina(), "Name_County"));

        Assert.Equal(13, comparison.Matches);
        Assert.Equal(LayerProblemCode.Gcj02Suspected, comparison.Suspicion?.Code);
        Assert.Equal(comparison.ExpectedEastMetres, comparison.EastMetres, tolerance: 150);
        Assert.Equal(comparison.ExpectedNorthMetres, comparison.NorthMetres, tolerance: 150);
    }

    [SharedDataFact]
    public void Compare_SoundDistricts_AreNotSuspected()
    {
        // The reference is the same layer moved by 40 m, as two surveys may differ.
        const double Metres40 = 40 / 111_000.0;
        var districts = WuhanLayers.Mapchina();
        IReadOnlyCollection<MatchedCentre> matches =
        [
            .. WuhanLayers.Matches(districts, "Name_County", districts, "Name_County")
                .Select(match => match with { ReferenceLongitude = match.ReferenceLongitude - Metres40 }),
        ];
        Gcj02Comparison comparison = Gcj02Suspicion.Compare("mapchina.geojson", matches);
        Assert.Null(comparison.Suspicion);
        Assert.Equal(34, comparison.EastMetres, tolerance: 1);
    }
}

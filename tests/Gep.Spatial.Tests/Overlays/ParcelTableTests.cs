using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Overlays;

public class ParcelTableTests
{
    /// <summary>What a page of 65,536 vertices does not hold gets one that has just room for it.</summary>
    [Fact]
    public void Add_NothingAfterAParcelOfAPageOfItsOwn_AllKeepTheirAreas()
    {
        const int Vertices = 70_000, Metres = 1000;
        Geometry[] parcels =
        [
            Circle(Vertices, Metres), Some.Wkt("POLYGON EMPTY"), Some.Box(0, 0, 3, 4),
            Some.Wkt("POLYGON EMPTY"),
        ];
        ParcelTable table = Some.Table(parcels);
        Assert.Equal([Math.PI * Metres * Metres, 0, 12, 0], Areas(table), (a, b) => Math.Abs(a - b) < 0.01);
        var overlay = ZoneOverlay.Of([Some.Box(-2000, -2000, 2000, 2000)], table.Count)!;
        ZoneClassAreas areas = overlay.Measure(table);
        Assert.Equal(Areas(table).Sum(), areas.SquareMetres(0, 0), 6);
        Assert.Equal(0, areas.OutsideSquareMetres(0));
    }

    private static double[] Areas(ParcelTable table) =>
        [.. Enumerable.Range(0, table.Count).Select(table.SquareMetres)];

    private static Polygon Circle(int vertices, double metres)
    {
        var ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / vertices);
            ring[i] = new Coordinate(metres * cos, metres * sin);
        }
        ring[vertices] = ring[0];
        return PlaneGeometry.Factory.CreatePolygon(ring);
    }
}

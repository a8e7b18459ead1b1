using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>Rings of many vertices, of which a tile sees those stretches that may touch it.</summary>
public class TileRingsTests
{
    private const int Side = 200, EdgesOfPart = 64;

    private const double Step = 10, Middle = Side * Step / 2, LeastSquareMetres = 1e-6;

    [Theory]
    [InlineData(EdgesOfPart)]
    [InlineData(EdgesOfPart + 1)]
    public void LongEdgesAtTheEndsOfStretches_FieldsLoseWhatTheRingCovers(int bundle) => Compare(
        PlaneGeometry.Factory.CreatePolygon(Circle(Enumerable.Range(0, 11 * bundle).Select(i =>
            (i / bundle + 0.1 * (i % bundle) / bundle) / 11))));

    [Theory]
    [InlineData(0.005)]
    [InlineData(-0.005)]
    public void SidesAlmostAlongTiles_FieldsLoseWhatTheRingCovers(double turn)
    {
        Geometry box = new NetTopologySuite.Densify.Densifier(Some.Box(501, 501, 1499, 1499))
        { DistanceTolerance = 1 }.GetResultGeometry();
        Compare(AffineTransformation.RotationInstance(turn, Middle, Middle).Transform(box));
    }

    [Fact]
    public void RepeatedVerticesBetweenStretches_FieldsLoseWhatTheRingCovers()
    {
        Coordinate[] once = Circle(Enumerable.Range(0, 500).Select(i => i / 500d));
        Compare(PlaneGeometry.Factory.CreatePolygon(
            [once[0], .. once[1..^1].SelectMany(place => new[] { place, place.Copy() }), once[0]]));
    }

    [Fact]
    public void SharedRingOfManyVertices_IsNotLookedAt()
    {
        Coordinate[] shore = Circle(Enumerable.Range(0, 1000).Select(i => i / 1000d));
        LinearRing Ring() => PlaneGeometry.Factory.CreateLinearRing(shore);
        Geometry around = PlaneGeometry.Factory.CreatePolygon(
            (LinearRing)((Polygon)Some.Box(0, 0, 2 * Middle, 2 * Middle)).ExteriorRing, [Ring()]);
        ParcelTable table = Some.Table([around, PlaneGeometry.Factory.CreatePolygon(Ring())]);
        OverlapCells cells = new OverlapShares(table, new OverlayOptions()).Cells;
        foreach (Coordinate place in shore)
        {
            (int row, int column) = (cells.Row(place.Y), cells.Column(place.X));
            Assert.False(cells.IsHot(row, column));
            Assert.Equal(0ul, cells.CheckedCells(row, column) >> column & 1);
        }
    }

    /// <summary>Compares what fields lose to an area within them with OverlayNG.</summary>
    private static void Compare(Geometry area)
    {
        const int LeastTiles = 3, LeastFields = 1000;
        Geometry[] parcels = [area, .. Some.Fields(Side, Step)];
        var shares = new OverlapShares(Some.Table(parcels), new OverlayOptions());
        Assert.True(shares.Cells.TilesPerSide >= LeastTiles);
        IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(area);
        double sum = 0;
        int touched = 0;
        for (int field = 1; field < parcels.Length; field++)
        {
            Assert.True(shares.IsDecided(field));
            double found = shares.Of(field).ToArray().Sum(share => share.Taken);
            double expected = prepared.Disjoint(parcels[field]) ? 0
                : prepared.Contains(parcels[field]) ? Step * Step
                : Some.CommonSquareMetres(parcels[field], area);
            Assert.Equal(expected, found, LeastSquareMetres);
            sum += found;
            if (found > 0) touched++;
        }
        Assert.Equal(EllipsoidArea.SquareMetres(area), sum, LeastSquareMetres * parcels.Length);
        Assert.True(touched > LeastFields, $"{touched} fields");
    }

    /// <summary>A ring around the middle through places given as parts of a turn.</summary>
    private static Coordinate[] Circle(IEnumerable<double> turns)
    {
        const double Radius = 0.8123 * Middle;
        Coordinate[] ring = [.. turns.Select(turn => turn + 0.0123).Select(turn => new Coordinate(
            Middle + Radius * Math.Cos(Math.Tau * turn), Middle + Radius * Math.Sin(Math.Tau * turn)))];
        return [.. ring, ring[0].Copy()];
    }
}

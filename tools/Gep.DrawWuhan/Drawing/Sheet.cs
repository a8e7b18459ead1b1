using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Drawing;

/// <summary>
/// The three places a point can be in: the drawing sheet in metres around the city centre, the file grid of
/// 1e-7 degrees (whole numbers), and the equal-area plane in which areas are measured.
/// </summary>
internal static class Sheet
{
    /// <summary>Grid units per degree: coordinates are written with seven decimals.</summary>
    public const double GridPerDegree = 1e7;

    /// <summary>Square metres of a square kilometre.</summary>
    public const double SquareKilometre = 1e6;

    private const double CentreLon = 114.3, CentreLat = 30.6;

    /// <summary>
    /// Metres of a degree at the centre: the ellipsoid's arcs at 30.6° N, rounded; scale only.
    /// </summary>
    private const double MetresPerLon = 95_900, MetresPerLat = 110_860;

    /// <summary>Grid units of one metre, mean of both directions; for rough widths and distances.</summary>
    public const double GridPerMetre = GridPerDegree / 103_000;

    /// <summary>Makes geometries on every sheet; precision is passed to each operation.</summary>
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 0);

    /// <summary>From degrees to the drawing sheet [m].</summary>
    public static Coordinate FromLonLat(double lon, double lat) =>
        new((lon - CentreLon) * MetresPerLon, (lat - CentreLat) * MetresPerLat);

    /// <summary>From the drawing sheet to degrees.</summary>
    public static Coordinate ToLonLat(Coordinate metres) =>
        new(CentreLon + metres.X / MetresPerLon, CentreLat + metres.Y / MetresPerLat);

    /// <summary>From the drawing sheet to the nearest point of the file grid.</summary>
    public static Coordinate ToGrid(Coordinate metres)
    {
        Coordinate degrees = ToLonLat(metres);
        return new(Math.Round(degrees.X * GridPerDegree), Math.Round(degrees.Y * GridPerDegree));
    }

    /// <summary>From the file grid to the drawing sheet.</summary>
    public static Coordinate FromGrid(Coordinate grid) =>
        FromLonLat(grid.X / GridPerDegree, grid.Y / GridPerDegree);

    /// <summary>Every coordinate of a geometry carried over.</summary>
    public static Geometry Map(Geometry geometry, Func<Coordinate, Coordinate> carry)
    {
        switch (geometry)
        {
            case Polygon polygon:
                return Factory.CreatePolygon(
                    Ring(polygon.Shell, carry), [.. polygon.Holes.Select(hole => Ring(hole, carry))]);
            case LineString line:
                return Factory.CreateLineString([.. line.Coordinates.Select(carry)]);
            default:
                return Factory.BuildGeometry(
                    [.. Enumerable.Range(0, geometry.NumGeometries)
                        .Select(i => Map(geometry.GetGeometryN(i), carry))]);
        }
    }

    /// <summary>
    /// From the file grid into the equal-area plane, by the degrees that the file will show.
    /// </summary>
    public static Geometry ToPlane(Geometry grid) => Map(
        grid, at => EqualAreaPlane.FromLonLat(at.X / GridPerDegree, at.Y / GridPerDegree));

    /// <summary>Area on the ellipsoid of a geometry of the file grid [m²].</summary>
    public static double AreaOfGrid(Geometry grid) => EllipsoidArea.SquareMetres(ToPlane(grid));

    private static LinearRing Ring(LineString ring, Func<Coordinate, Coordinate> carry) =>
        Factory.CreateLinearRing([.. ring.Coordinates.Select(carry)]);
}

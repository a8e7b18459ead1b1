using Gep.Spatial.Features;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Tiles;

/// <summary>
/// A shape in units of the square world, 2³² a side from its north-west corner, so that every tile of every
/// zoom takes its positions by a shift.
/// </summary>
internal sealed class WorldShape
{
    private const double Side = 4294967296.0;
    private const double UnitsPerMetre = Side / (2 * WebMercator.HalfWorldMetres);

    public WorldShape(FeatureShape shape)
    {
        Kind = shape.Kind;
        PathEnds = shape.PathEnds;
        PartEnds = shape.PartEnds;
        ReadOnlySpan<double> lonLat = shape.LonLat;
        Positions = new uint[lonLat.Length];
        (uint left, uint top, uint right, uint bottom) = (uint.MaxValue, uint.MaxValue, 0, 0);
        for (int i = 0; i < Positions.Length; i += 2)
        {
            (double x, double y) = WebMercator.FromLonLat(lonLat[i], lonLat[i + 1]);
            uint column = Unit(WebMercator.HalfWorldMetres + x), row = Unit(WebMercator.HalfWorldMetres - y);
            (Positions[i], Positions[i + 1]) = (column, row);
            (left, right) = (Math.Min(left, column), Math.Max(right, column));
            (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row));
        }
        Box = new WorldBox(left, top, right, bottom);
        SquareUnits = Kind == ShapeKind.Polygon ? Area() : double.PositiveInfinity;
    }

    public ShapeKind Kind { get; }

    /// <summary>Column, row, column, …</summary>
    public uint[] Positions { get; }

    public int[] PathEnds { get; }

    public int[] PartEnds { get; }

    public WorldBox Box { get; }

    /// <summary>Area in square units of the world; without end for points and lines.</summary>
    public double SquareUnits { get; }

    private static uint Unit(double metres) =>
        (uint)Math.Clamp(Math.Round(metres * UnitsPerMetre), 0, uint.MaxValue);

    /// <summary>Shells and holes run opposite ways, so their signed areas add up to the area.</summary>
    private double Area()
    {
        double sum = 0;
        for (int path = 0, first = 0; path < PathEnds.Length; first = PathEnds[path++])
        {
            double originX = Positions[2 * first], originY = Positions[2 * first + 1];
            for (int i = first + 1; i < PathEnds[path]; i++)
            {
                double x0 = Positions[2 * i - 2] - originX, y0 = Positions[2 * i - 1] - originY;
                double x1 = Positions[2 * i] - originX, y1 = Positions[2 * i + 1] - originY;
                sum += x0 * y1 - x1 * y0;
            }
        }
        return Math.Abs(sum) / 2;
    }
}

using System.Globalization;
using Gep.Spatial.Features;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Tiles;

/// <summary>A tile of the square world of web maps, counted from its north-west corner.</summary>
public readonly record struct TileAddress
{
    /// <summary>
    /// Deepest zoom: there one of the 2³² units of the world is one unit of a tile of 4,096.
    /// </summary>
    public const int ZoomMax = 20;

    private const double FullCircleDegrees = 360, HalfCircleDegrees = 180;

    private TileAddress(int zoom, int column, int row) => (Zoom, Column, Row) = (zoom, column, row);

    /// <summary>Zoom, 0 to 20.</summary>
    public int Zoom { get; }

    /// <summary>Column x, from the west.</summary>
    public int Column { get; }

    /// <summary>Row y, from the north.</summary>
    public int Row { get; }

    /// <summary>Parses a zoom, a column and a row; false where there is no such tile.</summary>
    public static bool TryParse(string? zoom, string? column, string? row, out TileAddress address)
    {
        address = default;
        if (!TryParse(zoom, out int z) || z > ZoomMax) return false;
        int side = 1 << z;
        if (!TryParse(column, out int x) || x >= side || !TryParse(row, out int y) || y >= side) return false;
        address = new TileAddress(z, x, y);
        return true;
    }

    /// <summary>The tile at a zoom that holds a position.</summary>
    public static TileAddress At(int zoom, double longitude, double latitude)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(zoom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zoom, ZoomMax);
        int side = 1 << zoom;
        (double x, double y) = WebMercator.FromLonLat(longitude, latitude);
        double size = 2 * WebMercator.HalfWorldMetres / side;
        return new TileAddress(
            zoom,
            Math.Clamp((int)Math.Floor((x + WebMercator.HalfWorldMetres) / size), 0, side - 1),
            Math.Clamp((int)Math.Floor((WebMercator.HalfWorldMetres - y) / size), 0, side - 1));
    }

    /// <summary>The tiles of a zoom that hold a part of a box, by column and row.</summary>
    public static IEnumerable<TileAddress> Within(int zoom, LonLatBox box)
    {
        var first = At(zoom, box.West, box.North);
        var last = At(zoom, box.East, box.South);
        for (int column = first.Column; column <= last.Column; column++)
        {
            for (int row = first.Row; row <= last.Row; row++) yield return new TileAddress(zoom, column, row);
        }
    }

    /// <summary>The ground of the tile and a margin around it.</summary>
    /// <param name="margin">Width of the margin as a share of the tile's side.</param>
    public LonLatBox Ground(double margin)
    {
        double side = 1 << Zoom;
        return new LonLatBox(
            Longitude((Column - margin) / side), Latitude((Row + 1 + margin) / side),
            Longitude((Column + 1 + margin) / side), Latitude((Row - margin) / side));
    }

    /// <summary>Zoom, column and row with slashes.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Zoom}/{Column}/{Row}");

    private static double Longitude(double share) => share * FullCircleDegrees - HalfCircleDegrees;

    private static double Latitude(double share) =>
        WebMercator.ToLonLat(0, WebMercator.HalfWorldMetres * (1 - 2 * share)).Latitude;

    private static bool TryParse(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

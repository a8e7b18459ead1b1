using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>
/// Geometries of the equal-area plane as well-known binary in longitude and latitude, CGCS2000 (EPSG:4490).
/// </summary>
/// <remarks>
/// Degrees are rounded to nine decimals (0.1 mm), which gives a coordinate that was read with at most nine
/// decimals back as it was, and equal vertices equal bytes.
/// </remarks>
public static class GeographicWkb
{
    internal const int Cgcs2000Srid = 4490;

    /// <summary>10⁹: nine decimals of a degree.</summary>
    private const double RoundingSteps = 1e9;

    private const byte LittleEndian = 1;
    private const int HeaderBytes = sizeof(byte) + sizeof(uint);
    private const int CountBytes = sizeof(uint);
    private const int PositionBytes = 2 * sizeof(double);

    /// <summary>Bit of the type that says that a reference system follows ([EWKB]).</summary>
    internal const uint SridFollows = 0x20000000;

    private const uint PointType = 1, LineType = 2, PolygonType = 3;

    /// <summary>Extended WKB, little-endian, two dimensions.</summary>
    /// <param name="plane">Geometry in the equal-area plane; not an empty point.</param>
    public static byte[] Write(Geometry plane)
    {
        byte[] bytes = new byte[SizeOf(plane) + sizeof(uint)];
        var writer = new Writer(bytes);
        writer.Geometry(plane, Cgcs2000Srid);
        return bytes;
    }

    /// <summary>Degrees to nine decimals.</summary>
    internal static double Rounded(double degrees) =>
        Math.Round(degrees * RoundingSteps, MidpointRounding.AwayFromZero) / RoundingSteps;

    private static int SizeOf(Geometry geometry) => geometry switch
    {
        Point => HeaderBytes + PositionBytes,
        LineString line => HeaderBytes + CountBytes + line.NumPoints * PositionBytes,
        Polygon polygon => HeaderBytes + CountBytes
            + (polygon.IsEmpty ? 0 : (1 + polygon.NumInteriorRings) * CountBytes)
            + polygon.NumPoints * PositionBytes,
        _ => HeaderBytes + CountBytes
            + Enumerable.Range(0, geometry.NumGeometries).Sum(part => SizeOf(geometry.GetGeometryN(part))),
    };

    private static uint TypeOf(Geometry geometry) => geometry switch
    {
        Point => PointType,
        LineString => LineType,
        Polygon => PolygonType,
        MultiPoint => 4,
        MultiLineString => 5,
        MultiPolygon => 6,
        GeometryCollection => 7,
        _ => throw new ArgumentException($"{geometry.GeometryType} has no WKB here.", nameof(geometry)),
    };

    private ref struct Writer(Span<byte> rest)
    {
        private Span<byte> rest = rest;

        public void Geometry(Geometry geometry, int srid = 0)
        {
            rest[0] = LittleEndian;
            rest = rest[1..];
            Number(TypeOf(geometry) | (srid == 0 ? 0 : SridFollows));
            if (srid != 0) Number((uint)srid);
            switch (geometry)
            {
                case Point point:
                    Position(point.Coordinate);
                    break;
                case LineString line:
                    Path(line);
                    break;
                case Polygon polygon:
                    Rings(polygon);
                    break;
                default:
                    Number((uint)geometry.NumGeometries);
                    for (int part = 0; part < geometry.NumGeometries; part++)
                        Geometry(geometry.GetGeometryN(part));
                    break;
            }
        }

        private void Rings(Polygon polygon)
        {
            Number(polygon.IsEmpty ? 0u : (uint)(1 + polygon.NumInteriorRings));
            if (polygon.IsEmpty) return;
            Path(polygon.ExteriorRing);
            for (int ring = 0; ring < polygon.NumInteriorRings; ring++) Path(polygon.GetInteriorRingN(ring));
        }

        private void Path(LineString line)
        {
            var positions = line.CoordinateSequence;
            Number((uint)positions.Count);
            for (int i = 0; i < positions.Count; i++) Position(positions.GetCoordinate(i));
        }

        private void Position(Coordinate plane)
        {
            var degrees = EqualAreaPlane.ToLonLat(plane);
            BinaryPrimitives.WriteDoubleLittleEndian(rest, Rounded(degrees.X));
            BinaryPrimitives.WriteDoubleLittleEndian(rest[sizeof(double)..], Rounded(degrees.Y));
            rest = rest[PositionBytes..];
        }

        private void Number(uint number)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, number);
            rest = rest[sizeof(uint)..];
        }
    }
}

using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>Encodes geometries for a GeoPackage: header, box, little-endian WKB.</summary>
/// <remarks>Source: [GPKG] §2.1.3; axes east first, as it asks.</remarks>
public static class GeoPackageBlob
{
    private const byte LittleEndianWithBox = 0x03, LittleEndian = 1;

    /// <summary>The blob of a feature.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="system">System of the coordinates to write.</param>
    public static byte[] Of(LayerFeature feature, CoordinateSystem system)
    {
        Geometry geometry = Carried(feature.Geometry, system);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Envelope box = geometry.EnvelopeInternal;
        writer.Write("GP\0"u8);
        writer.Write(LittleEndianWithBox);
        writer.Write(system.EpsgCode);
        writer.Write(box.MinX);
        writer.Write(box.MaxX);
        writer.Write(box.MinY);
        writer.Write(box.MaxY);
        Write(writer, geometry);
        return stream.ToArray();
    }

    /// <summary>
    /// Box of a feature in a system, east first: least east, least north, most east, most north.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="system">System of the box.</param>
    public static (double West, double South, double East, double North) BoxOf(
        LayerFeature feature, CoordinateSystem system)
    {
        Envelope box = Carried(feature.Geometry, system).EnvelopeInternal;
        return (box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    private static Geometry Carried(Geometry plane, CoordinateSystem system)
    {
        Geometry copy = plane.Copy();
        copy.Apply(new Carrier(system));
        copy.GeometryChanged();
        return copy;
    }

    private static void Write(BinaryWriter writer, Geometry geometry)
    {
        writer.Write(LittleEndian);
        writer.Write((uint)geometry.OgcGeometryType);
        switch (geometry)
        {
            case Point point:
                writer.Write(point.X);
                writer.Write(point.Y);
                break;
            case LineString line:
                WritePath(writer, line);
                break;
            case Polygon polygon:
                writer.Write(1 + polygon.NumInteriorRings);
                WritePath(writer, polygon.ExteriorRing);
                foreach (LineString hole in polygon.InteriorRings) WritePath(writer, hole);
                break;
            default:
                writer.Write(geometry.NumGeometries);
                for (int i = 0; i < geometry.NumGeometries; i++) Write(writer, geometry.GetGeometryN(i));
                break;
        }
    }

    private static void WritePath(BinaryWriter writer, LineString path)
    {
        writer.Write(path.NumPoints);
        foreach (Coordinate position in path.Coordinates)
        {
            writer.Write(position.X);
            writer.Write(position.Y);
        }
    }

    /// <summary>Carries each position of the plane into a system, once.</summary>
    private sealed class Carrier(CoordinateSystem system) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (int i = 0; i < sequence.Count; i++)
            {
                Coordinate degrees = EqualAreaPlane.ToLonLat(new Coordinate(sequence.GetX(i), sequence.GetY(
                    i)));
                (double east, double north) = system.FromLonLat(degrees.X, degrees.Y);
                sequence.SetX(i, east);
                sequence.SetY(i, north);
            }
        }
    }
}

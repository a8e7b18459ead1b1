using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>Makes geometries of longitudes and latitudes that have been checked before.</summary>
internal static class DegreesGeometry
{
    /// <summary>The geometry in the equal-area plane.</summary>
    public static Geometry InPlane(LonLatPaths degrees)
    {
        var parts = new List<Geometry>(degrees.Parts);
        for (int part = 0; part < degrees.Parts; part++)
        {
            (int first, int end) = degrees.Part(part);
            if (first == end) continue;
            switch (degrees.Kind)
            {
                case RawGeometryKind.Point:
                    parts.AddRange(Carried(degrees.Path(first)).Select(PlaneGeometry.Factory.CreatePoint));
                    break;
                case RawGeometryKind.Line:
                    parts.Add(PlaneGeometry.Factory.CreateLineString(Carried(degrees.Path(first))));
                    break;
                case RawGeometryKind.Polygon:
                    parts.Add(Polygon(degrees, first, end));
                    break;
            }
        }
        return parts.Count == 1 ? parts[0] : PlaneGeometry.Factory.BuildGeometry(parts);
    }

    private static Polygon Polygon(LonLatPaths degrees, int first, int end)
    {
        var holes = new LinearRing[end - first - 1];
        for (int hole = 0; hole < holes.Length; hole++)
            holes[hole] = PlaneGeometry.Factory.CreateLinearRing(Carried(degrees.Path(first + 1 + hole)));
        return PlaneGeometry.Factory.CreatePolygon(
            PlaneGeometry.Factory.CreateLinearRing(Carried(degrees.Path(first))), holes);
    }

    private static Coordinate[] Carried(ReadOnlySpan<double> path)
    {
        var positions = new Coordinate[path.Length / 2];
        for (int i = 0; i < positions.Length; i++)
            positions[i] = EqualAreaPlane.FromLonLat(path[2 * i], path[2 * i + 1]);
        return positions;
    }
}

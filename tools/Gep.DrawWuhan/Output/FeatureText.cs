using System.Globalization;
using System.Text;
using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Output;

/// <summary>
/// Writes features as GeoJSON text (RFC 7946): outer rings counter-clockwise, holes clockwise.
/// </summary>
internal static class FeatureText
{
    /// <summary>One feature on one line.</summary>
    public static string Line(Feature feature)
    {
        var text = new StringBuilder("{\"type\":\"Feature\",\"properties\":{\"id\":");
        AppendValue(text, feature.Id);
        if (feature.Type.Length > 0) Append(text, "type", feature.Type);
        foreach ((string name, object? value) in feature.Attributes) Append(text, name, value);
        Append(text, "valid_from", feature.ValidFrom);
        Append(text, "valid_to", feature.ValidTo);
        text.Append("},\"geometry\":");
        AppendGeometry(text, feature.Shape);
        return text.Append('}').ToString();
    }

    /// <summary>One feature on one line, from a ring in degrees written with nine decimals.</summary>
    public static string Line((string Name, object? Value)[] attributes, Coordinate[] ring)
    {
        var text = new StringBuilder("{\"type\":\"Feature\",\"properties\":{");
        foreach ((string name, object? value) in attributes) Append(text, name, value);
        text.Append("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[");
        AppendRing(text, ring, at => (Decimals(at.X, 9), Decimals(at.Y, 9)));
        return text.Append("]}}").ToString();
    }

    private static void AppendGeometry(StringBuilder text, Geometry shape)
    {
        if (shape is Polygon polygon)
        {
            text.Append("{\"type\":\"Polygon\",\"coordinates\":");
            AppendPolygon(text, polygon);
            text.Append('}');
            return;
        }
        text.Append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int i = 0; i < shape.NumGeometries; i++)
        {
            if (i > 0) text.Append(',');
            AppendPolygon(text, (Polygon)shape.GetGeometryN(i));
        }
        text.Append("]}");
    }

    private static void AppendPolygon(StringBuilder text, Polygon polygon)
    {
        text.Append('[');
        AppendRing(text, Turned(polygon.Shell, counterClockwise: true), OnGrid);
        foreach (LinearRing hole in polygon.Holes)
        {
            text.Append(',');
            AppendRing(text, Turned(hole, counterClockwise: false), OnGrid);
        }
        text.Append(']');
    }

    private static Coordinate[] Turned(LineString ring, bool counterClockwise) =>
        Orientation.IsCCW(ring.CoordinateSequence) == counterClockwise
            ? ring.Coordinates
            : [.. ring.Coordinates.Reverse()];

    private static (string X, string Y) OnGrid(Coordinate at) =>
        (Decimals(at.X / Sheet.GridPerDegree, 7), Decimals(at.Y / Sheet.GridPerDegree, 7));

    private static void AppendRing(
        StringBuilder text, Coordinate[] ring, Func<Coordinate, (string X, string Y)> write)
    {
        text.Append('[');
        for (int i = 0; i < ring.Length; i++)
        {
            (string x, string y) = write(ring[i]);
            if (i > 0) text.Append(',');
            text.Append('[').Append(x).Append(',').Append(y).Append(']');
        }
        text.Append(']');
    }

    private static string Decimals(double value, int places) =>
        value.ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .TrimEnd('0').TrimEnd('.');

    private static void Append(StringBuilder text, string name, object? value)
    {
        if (value is null) return;
        if (text[^1] != '{') text.Append(',');
        AppendValue(text, name);
        text.Append(':');
        AppendValue(text, value);
    }

    private static void AppendValue(StringBuilder text, object value)
    {
        if (value is string words)
            text.Append('"').Append(words.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
        else
            text.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
    }
}

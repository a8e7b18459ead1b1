using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Parcels;

/// <summary>Cuts a shape of the file grid by straight lines.</summary>
internal static class Split
{
    /// <summary>
    /// The western part whose measured area is as near as the grid allows to the wanted area.
    /// </summary>
    public static (Geometry West, Geometry East) AtArea(Geometry shape, double wanted, Func<Geometry,
        double> measure)
    {
        Envelope box = shape.EnvelopeInternal;
        double low = box.MinX, high = box.MaxX;
        while (high - low > 1)
        {
            double middle = Math.Floor((low + high) / 2);
            if (measure(WestOf(shape, middle)) < wanted) low = middle;
            else high = middle;
        }
        Geometry west = WestOf(shape, high);
        return (west, Planar.Difference(shape, west));
    }

    private static Geometry WestOf(Geometry shape, double x)
    {
        Envelope box = shape.EnvelopeInternal;
        if (x <= box.MinX) return Sheet.Factory.CreatePolygon();
        return Planar.Intersection(shape,
            Sheet.Factory.ToGeometry(new Envelope(box.MinX, x, box.MinY, box.MaxY)));
    }
}

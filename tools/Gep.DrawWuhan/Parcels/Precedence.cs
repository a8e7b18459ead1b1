using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Quadtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// Who owns the ground: layers are laid down from the strongest to the weakest, and each parcel counts with
/// what is still free of stronger layers inside the city. Measured in the equal-area plane on coordinates
/// as written.
/// </summary>
internal sealed class Precedence(DistrictIndex districts)
{
    private readonly Quadtree<Geometry> stronger = new();

    /// <summary>Lays a layer down: what comes later only counts beside it.</summary>
    public void LayDown(IEnumerable<Geometry> onGrid)
    {
        foreach (Geometry shape in onGrid.Select(Sheet.ToPlane))
            stronger.Insert(shape.EnvelopeInternal, shape);
    }

    /// <summary>
    /// The free part of a grid geometry inside the city, and what stronger layers took of it [m²].
    /// </summary>
    public (double Free, double Taken) Measure(Geometry onGrid)
    {
        Geometry shape = Sheet.ToPlane(onGrid), free = shape;
        foreach (Geometry other in Near(shape))
        {
            if (!other.EnvelopeInternal.Intersects(free.EnvelopeInternal)
                || !other.Intersects(free)) continue;
            free = OverlayNGRobust.Overlay(free, other, SpatialFunction.Difference);
            if (free.IsEmpty) break;
        }
        double inside = Inside(onGrid, shape);
        double freeInside = ReferenceEquals(free, shape) ? inside : Inside(onGrid, free);
        return (freeInside, inside - freeInside);
    }

    private List<Geometry> Near(Geometry shape) =>
        [.. stronger.Query(shape.EnvelopeInternal)
            .Where(other => other.EnvelopeInternal.Intersects(shape.EnvelopeInternal))
            .OrderBy(other => other.EnvelopeInternal.MinX).ThenBy(other => other.EnvelopeInternal.MinY)];

    private double Inside(Geometry onGrid, Geometry inPlane)
    {
        int[] touching = districts.Touching(onGrid);
        if (touching.Length == 1 && districts.Contains(touching[0], onGrid))
            return EllipsoidArea.SquareMetres(inPlane);
        double sum = 0;
        foreach (int district in touching)
            sum += EllipsoidArea.SquareMetres(OverlayNGRobust.Overlay(
                inPlane, districts.InPlane[district], SpatialFunction.Intersection));
        return sum;
    }
}

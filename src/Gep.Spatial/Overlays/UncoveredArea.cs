using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>What is left of a zone without the parcels on it, by union and difference.</summary>
/// <remarks>
/// The zone is quartered until few parcels are left on a part of it: a union of thousands costs many times
/// that of their parts, and long parcels are cut with the zone, so that none is united whole again and again.
/// </remarks>
internal sealed class UncoveredArea(CancellationToken cancellation)
{
    /// <summary>Up to this many parcels are united at once.</summary>
    private const int FewParcels = 48;

    /// <summary>Parcels of more vertices are cut down to the part of the zone.</summary>
    private const int FewVertices = 128;

    /// <summary>Where parcels lie upon each other, quartering does not part them.</summary>
    private const int DeepestQuarter = 20;

    private readonly AreaCut _cut = new();

    /// <summary>Area of the rest [m²].</summary>
    /// <param name="zone">Valid, in the equal-area plane.</param>
    /// <param name="parcels">All parcels that may touch it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double SquareMetres(Geometry zone, IReadOnlyList<Geometry> parcels)
    {
        CompensatedSum rest = default;
        Add(zone, parcels, zone.EnvelopeInternal, depth: 0, ref rest);
        return rest.Value;
    }

    private void Add(
        Geometry part, IReadOnlyList<Geometry> parcels, Envelope box, int depth, ref CompensatedSum rest)
    {
        cancellation.ThrowIfCancellationRequested();
        if (part.IsEmpty) return;
        if (parcels.Count <= FewParcels || depth == DeepestQuarter)
        {
            rest.Add(EllipsoidArea.SquareMetres(_cut.Difference(part, AreaCut.Union([.. parcels]))));
            return;
        }
        Coordinate centre = box.Centre;
        foreach (double x in (double[])[box.MinX, box.MaxX])
        {
            foreach (double y in (double[])[box.MinY, box.MaxY])
            {
                var quarter = new Envelope(centre, new Coordinate(x, y));
                Geometry frame = PlaneGeometry.Factory.ToGeometry(quarter);
                List<Geometry> near = Near(parcels, quarter, frame);
                Add(_cut.Intersection(part, frame), near, quarter, depth + 1, ref rest);
            }
        }
    }

    private List<Geometry> Near(IReadOnlyList<Geometry> parcels, Envelope box, Geometry frame)
    {
        var near = new List<Geometry>();
        foreach (Geometry parcel in parcels)
        {
            if (!parcel.EnvelopeInternal.Intersects(box)) continue;
            bool isLong = parcel.NumPoints > FewVertices && !box.Contains(parcel.EnvelopeInternal);
            Geometry kept = isLong ? _cut.Intersection(parcel, frame) : parcel;
            if (!kept.IsEmpty) near.Add(kept);
        }
        return near;
    }
}

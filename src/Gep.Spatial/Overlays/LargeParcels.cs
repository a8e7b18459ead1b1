using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Whether places lie in the parcels of a table, and which of their edges lie near; large ones are made ready
/// when first asked about.
/// </summary>
/// <param name="table">The parcels.</param>
internal sealed class LargeParcels(ParcelTable table)
{
    /// <summary>Parcels of more vertices are made ready.</summary>
    private const int ManyVertices = 256;

    private readonly MadeOnce<EdgeHeights> _heights = new(table.Count);

    /// <summary>Whether a place lies inside; null where it is a vertex; exact where it is on no edge.
    /// </summary>
    public bool? Holds(int parcel, double x, double y)
    {
        ParcelRings rings = table.Rings(parcel);
        return rings.Vertices > ManyVertices ? Of(parcel, rings).Holds(rings, x, y) : rings.Holds(x, y);
    }

    /// <summary>
    /// Fills a list with the vertices with which edges near a box begin, in ascending order.
    /// </summary>
    public void FindEdges(int parcel, in PlaneBox box, List<int> found)
    {
        found.Clear();
        ParcelRings rings = table.Rings(parcel);
        if (rings.Vertices > ManyVertices) Of(parcel, rings).FindEdges(rings, box, found);
        else rings.FindEdges(box, found);
    }

    private EdgeHeights Of(int parcel, ParcelRings rings) =>
        _heights[parcel] ?? _heights.Keep(parcel, new EdgeHeights(rings));
}

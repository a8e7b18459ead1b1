namespace Gep.Spatial.Overlays;

/// <summary>Whether places lie in the parcels of a table; large ones are made ready when first asked about.
/// </summary>
/// <param name="table">The parcels.</param>
internal sealed class LargeParcels(ParcelTable table)
{
    /// <summary>Parcels of more vertices are made ready.</summary>
    private const int ManyVertices = 256;

    private readonly EdgeHeights?[] _heights = new EdgeHeights?[table.Count];

    /// <summary>Whether a place lies inside; null where it is a vertex; exact where it is on no edge.
    /// </summary>
    public bool? Holds(int parcel, double x, double y)
    {
        ParcelRings rings = table.Rings(parcel);
        return rings.Vertices > ManyVertices ? Of(parcel, rings).Holds(rings, x, y) : rings.Holds(x, y);
    }

    private EdgeHeights Of(int parcel, ParcelRings rings)
    {
        if (Volatile.Read(ref _heights[parcel]) is { } known) return known;
        var made = new EdgeHeights(rings);
        return Interlocked.CompareExchange(ref _heights[parcel], made, null) ?? made;
    }
}

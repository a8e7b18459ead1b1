using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The rings of parcels by tile: of large parcels those stretches that may touch one.</summary>
/// <remarks>A river lies in many tiles, and in each of them with few of its edges.</remarks>
/// <param name="table">The parcels.</param>
/// <param name="cells">The grid.</param>
internal sealed class TileRings(ParcelTable table, OverlapCells cells)
{
    /// <summary>Rings of larger parcels are parted.</summary>
    private const int ManyVertices = 256;

    private const int EdgesOfPart = 64;

    private readonly MadeOnce<Part[]> _parts = new(table.Count);

    /// <summary>Adds what of a parcel may touch a tile to a list, in the order of its rings.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="rings">Its rings.</param>
    /// <param name="west">Column of the first cell of the tile.</param>
    /// <param name="south">Row of the first cell of the tile.</param>
    /// <param name="found">Takes it.</param>
    public void Find(int parcel, ParcelRings rings, int west, int south, List<RingStretch> found)
    {
        if (rings.Vertices > ManyVertices)
        {
            Part[] parts = _parts[parcel] ?? _parts.Keep(parcel, PartsOf(parcel, rings));
            foreach (ref readonly Part part in parts.AsSpan())
            {
                if (part.Touches(west, south)) found.Add(part.Stretch);
            }
            return;
        }
        int start = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            if (length > 1)
                found.Add(new RingStretch(parcel, start, length - 1, start, start + length - 1));
            start += length;
        }
    }

    private Part[] PartsOf(int parcel, ParcelRings rings)
    {
        var parts = new List<Part>();
        int start = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            int last = start + length - 1;
            for (int from = start; from < last; from += EdgesOfPart)
            {
                int to = Math.Min(from + EdgesOfPart, last);
                parts.Add(PartOf(new RingStretch(parcel, start, length - 1, from, to), rings));
            }
            start += length;
        }
        return [.. parts];
    }

    private Part PartOf(in RingStretch stretch, ParcelRings rings)
    {
        RingMeasure measure = RingMeasure.Empty;
        measure.Add(ref rings.Xs[stretch.From], ref rings.Ys[stretch.From], stretch.Edges + 1);
        // The measure takes the last vertex for the first, as in a closed ring.
        (double x, double y) = (rings.Xs[stretch.To], rings.Ys[stretch.To]);
        PlaneBox box = measure.Box.Around(new PlaneBox(x, y, x, y));
        return new Part(
            stretch, cells.Column(box.MinX), cells.Row(box.MinY), cells.Column(box.MaxX),
            cells.Row(box.MaxY));
    }

    /// <summary>A stretch and the cells that its box touches.</summary>
    private readonly record struct Part(RingStretch Stretch, int West, int South, int East, int North)
    {
        public bool Touches(int west, int south) =>
            West < west + OverlapCells.TileCells & East >= west
            & South < south + OverlapCells.TileCells & North >= south;
    }
}

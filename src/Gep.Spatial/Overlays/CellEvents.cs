namespace Gep.Spatial.Overlays;

/// <summary>
/// Finds where the rings of the parcels of a tile enter and leave other parcels; made for reuse.
/// </summary>
internal sealed class CellEvents(
    ParcelTable table, OverlapCells cells, LargeParcels large, bool[] isUncertain,
    ItemPages<RingEvent> events)
{
    /// <summary>A tile has a few hundred parcels where they do not lie upon each other.</summary>
    private const int MostParcels = 1 << 16;

    private readonly CellEdges _edges = new(cells, isUncertain, events);
    private readonly VertexGroups _passages = new(cells, isUncertain);
    private readonly List<int> _hot = [];
    private readonly RingHolders _holders = new(table, large, isUncertain);

    /// <summary>Takes a tile.</summary>
    /// <param name="parcels">The parcels that touch it.</param>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    public void Take(ReadOnlySpan<int> parcels, int west, int south)
    {
        if (!_edges.TryRestart(west, south)) return;
        _passages.Restart();
        _holders.Restart();
        _hot.Clear();
        foreach (int parcel in parcels)
        {
            if (!_edges.MayTouch(table.RoughBoxOf(parcel))) continue;
            _hot.Add(parcel);
            _holders.Add(parcel);
        }
        int first = events.Count;
        if (TryFind()) return;
        events.Shorten(first);
        foreach (int parcel in _hot) isUncertain[parcel] = true;
    }

    /// <summary>Finds all events; false where there are too many.</summary>
    private bool TryFind()
    {
        if (_hot.Count > MostParcels) return false;
        foreach (int parcel in _hot)
        {
            Add(parcel);
            if (_edges.IsCrowded) return false;
        }
        _edges.FindCrossings();
        if (_edges.IsCrowded) return false;
        _passages.Group();
        _passages.AddEventsTo(events);
        return !_edges.IsCrowded;
    }

    private void Add(int parcel)
    {
        ParcelRings rings = table.Rings(parcel);
        int start = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            if (length > 1)
            {
                _edges.Add(parcel, rings, start, length - 1, _passages);
                if (_edges.BeginsInHot && !_edges.HasCold
                    && (_edges.IsWithin || IsAllHot(rings, start, length - 1)))
                {
                    _holders.Find(parcel, rings, start, length - 1, events);
                }
            }
            start += length;
        }
    }

    private bool IsAllHot(ParcelRings rings, int start, int edges)
    {
        for (int i = start; i < start + edges; i++)
        {
            if (!cells.IsHot(cells.Row(rings.Ys[i]), cells.Column(rings.Xs[i]))) return false;
        }
        return true;
    }
}

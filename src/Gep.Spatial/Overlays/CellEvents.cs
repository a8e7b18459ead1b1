using System.Runtime.InteropServices;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Finds where the rings of the parcels of a tile enter and leave other parcels; made for reuse.
/// </summary>
internal sealed class CellEvents
{
    /// <summary>A tile has a few hundred parcels where they do not lie upon each other.</summary>
    private const int MostParcels = 1 << 16;

    private readonly ParcelTable _table;
    private readonly OverlapCells _cells;
    private readonly bool[] _isUncertain;
    private readonly List<int> _hot = [];
    private readonly List<RingEvent> _events = [];
    private readonly CellEdges _edges;
    private readonly VertexGroups _passages;
    private readonly RingHolders _holders;
    private readonly TileRings _rings;
    private readonly List<RingStretch> _stretches = [];
    private int _west, _south;

    /// <param name="table">The parcels.</param>
    /// <param name="cells">Where they may overlap.</param>
    /// <param name="rings">Their rings by tile.</param>
    /// <param name="large">Whether places lie in them.</param>
    /// <param name="isUncertain">Takes the parcels of which nothing is certain.</param>
    public CellEvents(
        ParcelTable table, OverlapCells cells, TileRings rings, LargeParcels large, bool[] isUncertain)
    {
        (_table, _cells, _rings, _isUncertain) = (table, cells, rings, isUncertain);
        _edges = new CellEdges(cells, isUncertain, _events);
        _passages = new VertexGroups(cells, isUncertain);
        _holders = new RingHolders(table, cells, large, isUncertain);
    }

    /// <summary>Finds the events of a tile, but those at vertices that were looked at before.</summary>
    /// <param name="parcels">The parcels that touch it.</param>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    /// <returns>The events, until the next tile is looked at.</returns>
    public List<RingEvent> Find(ReadOnlySpan<int> parcels, int west, int south)
    {
        _events.Clear();
        if (!_edges.TryRestart(west, south)) return _events;
        _hot.Clear();
        foreach (int parcel in parcels)
        {
            if (_edges.MayTouch(_table.RowOf(parcel).Box)) _hot.Add(parcel);
        }
        (_west, _south) = (west, south);
        _passages.Restart();
        _holders.Restart(_hot, west, south);
        if (TryFind()) return _events;
        _events.Clear();
        foreach (int parcel in _hot) _isUncertain[parcel] = true;
        return _events;
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
        _passages.AddEventsTo(_events);
        return !_edges.IsCrowded;
    }

    private void Add(int parcel)
    {
        ParcelRings rings = _table.Rings(parcel);
        _stretches.Clear();
        _rings.Find(parcel, rings, _west, _south, _stretches);
        ReadOnlySpan<RingStretch> left = CollectionsMarshal.AsSpan(_stretches);
        while (!left.IsEmpty)
        {
            int end = 1;
            while (end < left.Length && left[end].Ring == left[0].Ring) end++;
            AddRing(rings, left[..end]);
            left = left[end..];
        }
    }

    /// <summary>Adds a ring, of which these stretches may touch the tile.</summary>
    private void AddRing(ParcelRings rings, ReadOnlySpan<RingStretch> stretches)
    {
        _edges.BeginRing();
        foreach (ref readonly RingStretch stretch in stretches) _edges.Add(rings, stretch, _passages);
        if (!_edges.BeginsInHot || _edges.HasCold) return;
        (int start, int edges) = (stretches[0].Ring, stretches[0].RingEdges);
        // A ring that leaves the tile does so with an edge that touches it, and is then not within.
        if (_edges.IsWithin || IsAllHot(rings, start, edges))
            _holders.Find(stretches[0].Parcel, rings, start, edges, _events);
    }

    private bool IsAllHot(ParcelRings rings, int start, int edges)
    {
        for (int i = start; i < start + edges; i++)
        {
            if (!_cells.IsHot(_cells.Row(rings.Ys[i]), _cells.Column(rings.Xs[i]))) return false;
        }
        return true;
    }
}

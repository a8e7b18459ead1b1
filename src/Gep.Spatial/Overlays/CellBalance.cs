using System.Runtime.InteropServices;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Notes the edges of the parcels of a tile that no neighbour shares, and where rings enter and leave other
/// parcels at their ends; made for reuse.
/// </summary>
internal sealed class CellBalance(
    ParcelTable table, OverlapCells cells, TileRings rings, bool[] isUncertain)
{
    private readonly VertexBalance _balance = new(cells);
    private readonly VertexGroups _passages = new(cells, isUncertain);
    private readonly CellNotes _notes = new(cells, tiles: 1);
    private readonly List<RingStretch> _stretches = [];
    private readonly List<RingEvent> _events = [];

    /// <summary>Takes a tile.</summary>
    /// <param name="parcels">The parcels that touch it.</param>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    /// <returns>How those edges change the count of parcels, and where rings enter and leave other parcels at
    /// their ends.</returns>
    public (CellChange[] Changes, RingEvent[] Events) Take(ReadOnlySpan<int> parcels, int west, int south)
    {
        _balance.Restart(west, south);
        _stretches.Clear();
        for (int i = 0; i < parcels.Length; i++)
        {
            table.Prefetch(parcels, i);
            int parcel = parcels[i];
            ParcelRings own = table.Rings(parcel);
            int known = _stretches.Count;
            rings.Find(parcel, own, west, south, _stretches);
            foreach (ref readonly RingStretch stretch in CollectionsMarshal.AsSpan(_stretches)[known..])
                _balance.Add(own, stretch);
        }
        if (!_balance.TryClose()) return ([], []);
        cells.Check(west, south, _balance.OpenCells);
        _passages.Restart();
        foreach (ref readonly RingStretch stretch in CollectionsMarshal.AsSpan(_stretches))
        {
            if (cells.Touches(table.RowOf(stretch.Parcel).Box, west, south, _balance.OpenCells))
                _balance.AddUnbalanced(table.Rings(stretch.Parcel), stretch, _passages);
        }
        _passages.Group();
        _notes.Restart(west, south);
        _passages.NoteUnshared(_notes);
        _events.Clear();
        _passages.AddEventsTo(_events);
        return (_notes.Changes(), [.. _events]);
    }
}

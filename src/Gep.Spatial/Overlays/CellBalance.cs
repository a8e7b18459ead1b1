namespace Gep.Spatial.Overlays;

/// <summary>
/// Notes the edges of the parcels of a tile that no neighbour shares, and where rings enter and leave other
/// parcels at their ends; made for reuse.
/// </summary>
internal sealed class CellBalance(ParcelTable table, OverlapCells cells, bool[] isUncertain)
{
    private readonly VertexBalance _balance = new(cells);
    private readonly VertexGroups _passages = new(cells, isUncertain);
    private readonly CellNotes _notes = new(cells, tiles: 1);
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
        foreach (int parcel in parcels)
        {
            ParcelRings rings = table.Rings(parcel);
            int start = rings.Offset;
            foreach (int length in rings.Lengths)
            {
                if (length > 1) _balance.Add(ref rings.Xs[start], ref rings.Ys[start], length - 1);
                start += length;
            }
        }
        if (!_balance.TryClose()) return ([], []);
        cells.Check(west, south, _balance.OpenCells);
        _passages.Restart();
        foreach (int parcel in parcels)
        {
            if (!cells.Touches(table.RoughBoxOf(parcel), west, south, _balance.OpenCells)) continue;
            ParcelRings rings = table.Rings(parcel);
            int start = rings.Offset;
            foreach (int length in rings.Lengths)
            {
                if (length > 1) _balance.AddUnbalanced(parcel, rings, start, length - 1, _passages);
                start += length;
            }
        }
        _passages.Group();
        _notes.Restart(west, south);
        _passages.NoteUnshared(_notes);
        _events.Clear();
        _passages.AddEventsTo(_events);
        return (_notes.Changes(), [.. _events]);
    }
}

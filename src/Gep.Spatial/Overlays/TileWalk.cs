namespace Gep.Spatial.Overlays;

/// <summary>
/// Follows the rings of parcels that lie in a tile as a whole, and keeps what others meet there; made for
/// reuse.
/// </summary>
internal sealed class TileWalk
{
    private readonly CellTiles _tiles;
    private readonly PieceSums _sums = new();
    private readonly RingWalk _walk;
    private readonly List<RingEvent> _kept = [];
    private readonly PlaceTable _places = new();
    private readonly Groups<RingEvent> _events = new();

    /// <param name="table">The parcels.</param>
    /// <param name="cells">Where they may overlap.</param>
    /// <param name="tiles">The parcels by place.</param>
    /// <param name="isUncertain">Takes the parcels of which nothing is certain.</param>
    public TileWalk(ParcelTable table, OverlapCells cells, CellTiles tiles, bool[] isUncertain)
    {
        _tiles = tiles;
        _walk = new RingWalk(table, cells, isUncertain, _sums);
    }

    /// <summary>Takes the events of a tile.</summary>
    /// <param name="parcels">The parcels that touch it.</param>
    /// <param name="some">Some of the events.</param>
    /// <param name="others">The others.</param>
    /// <returns>Events of parcels that go on beyond the tile, and what the others have in common.</returns>
    public (RingEvent[] Events, RingPiece[] Pieces) Take(
        ReadOnlySpan<int> parcels, ReadOnlySpan<RingEvent> some, ReadOnlySpan<RingEvent> others)
    {
        if (some.IsEmpty && others.IsEmpty) return ([], []);
        Sort(parcels, some, others);
        _kept.Clear();
        for (int place = 0; place < parcels.Length; place++)
        {
            Span<RingEvent> own = _events[place];
            if (own.IsEmpty) continue;
            if (_tiles.IsInOne(parcels[place])) _walk.Walk(parcels[place], own);
            else _kept.AddRange(own);
        }
        return ([.. _kept], _sums.Take());
    }

    /// <summary>Puts the events of each parcel together.</summary>
    private void Sort(
        ReadOnlySpan<int> parcels, ReadOnlySpan<RingEvent> some, ReadOnlySpan<RingEvent> others)
    {
        _places.Take(parcels);
        _events.Restart(parcels.Length);
        foreach (ref readonly RingEvent at in some) _events.Count(_places.Of(at.Parcel));
        foreach (ref readonly RingEvent at in others) _events.Count(_places.Of(at.Parcel));
        _events.Close(parcels.Length);
        foreach (ref readonly RingEvent at in some) _events.Add(_places.Of(at.Parcel), at);
        foreach (ref readonly RingEvent at in others) _events.Add(_places.Of(at.Parcel), at);
    }
}

using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The parcels of a table by the tiles of a grid that they touch, in order.</summary>
internal sealed class CellTiles
{
    /// <summary>A parcel touches few tiles on average where parcels do not lie upon each other.</summary>
    private const int MostTilesOfAParcel = 8, FewEntries = 1 << 20;

    private readonly ParcelTable _table;
    private readonly OverlapCells _cells;
    private readonly int[] _first;
    private int[] _parcels;

    private CellTiles(ParcelTable table, OverlapCells cells) =>
        (_table, _cells, _first, _parcels) = (table, cells, new int[cells.TilesPerSide * cells.TilesPerSide
            + 1], []);

    /// <summary>
    /// Sorts parcels into tiles; null where most of them touch many, so that small tiles are of no use.
    /// </summary>
    /// <param name="table">The parcels.</param>
    /// <param name="cells">The grid.</param>
    /// <param name="run">How to run.</param>
    public static CellTiles? Of(ParcelTable table, OverlapCells cells, ParallelOptions run)
    {
        var tiles = new CellTiles(table, cells);
        return tiles.TrySort(run) ? tiles : null;
    }

    /// <summary>How many tiles there are.</summary>
    public int Count => _cells.TilesPerSide * _cells.TilesPerSide;

    /// <summary>The parcels that touch a tile.</summary>
    public ReadOnlySpan<int> this[int tile] => _parcels.AsSpan(_first[tile].._first[tile + 1]);

    /// <summary>The tiles that a box touches.</summary>
    public (int West, int South, int East, int North) TilesOf(in PlaneBox box) => (
        _cells.Column(box.MinX) >> OverlapCells.TileBits, _cells.Row(box.MinY) >> OverlapCells.TileBits,
        _cells.Column(box.MaxX) >> OverlapCells.TileBits, _cells.Row(box.MaxY) >> OverlapCells.TileBits);

    /// <summary>Whether a parcel lies in one tile as a whole.</summary>
    public bool IsInOne(int parcel)
    {
        (int west, int south, int east, int north) = TilesOf(_table.RoughBoxOf(parcel));
        return west == east && south == north;
    }

    /// <summary>
    /// Fills the list with the parcels of a lower index that may overlap the given one, in ascending order.
    /// </summary>
    public void FindLower(int parcel, List<int> found)
    {
        found.Clear();
        PlaneBox box = _table.RoughBoxOf(parcel);
        (int west, int south, int east, int north) = TilesOf(box);
        for (int row = south; row <= north; row++)
        {
            for (int column = west; column <= east; column++)
            {
                foreach (int other in this[row * _cells.TilesPerSide + column])
                {
                    if (other >= parcel) continue;
                    PlaneBox otherBox = _table.RoughBoxOf(other);
                    if (!box.Overlaps(otherBox)) continue;
                    // Of all tiles that both touch, the one that holds the corner of their common box counts.
                    (int otherWest, int otherSouth, _, _) = TilesOf(otherBox);
                    bool isCorner = column == Math.Max(west, otherWest) && row == Math.Max(south, otherSouth);
                    if (isCorner && _cells.MayOverlap(box.Common(otherBox))) found.Add(other);
                }
            }
        }
        found.Sort();
    }

    private bool TrySort(ParallelOptions run)
    {
        long most = Math.Max((long)MostTilesOfAParcel * _table.Count, FewEntries), entries = 0;
        Visit(run, (_, tile) => Interlocked.Increment(ref _first[tile + 1]));
        foreach (int parcels in _first) entries += parcels;
        if (entries > most && Count > 1) return false;
        for (int tile = 0; tile < Count; tile++) _first[tile + 1] += _first[tile];
        _parcels = GC.AllocateUninitializedArray<int>(_first[^1]);
        int[] next = [.. _first];
        Visit(run, (parcel, tile) => _parcels[Interlocked.Increment(ref next[tile]) - 1] = parcel);
        // What is too much to be looked at must not depend on threads.
        Parallel.For(0, Count, run, tile => _parcels.AsSpan(_first[tile].._first[tile + 1]).Sort());
        return true;
    }

    private void Visit(ParallelOptions run, Action<int, int> visit)
    {
        const int Chunk = 4096;
        Parallel.For(0, (_table.Count + Chunk - 1) / Chunk, run, chunk =>
        {
            int end = Math.Min(_table.Count, (chunk + 1) * Chunk);
            for (int parcel = chunk * Chunk; parcel < end; parcel++)
            {
                (int west, int south, int east, int north) = TilesOf(_table.RoughBoxOf(parcel));
                for (int row = south; row <= north; row++)
                {
                    for (int column = west; column <= east; column++)
                        visit(parcel, row * _cells.TilesPerSide + column);
                }
            }
        });
    }
}

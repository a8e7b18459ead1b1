using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The parcels of a table by the tiles of a grid that they touch, in any order.</summary>
internal sealed class CellTiles
{
    private readonly ParcelTable _table;
    private readonly OverlapCells _cells;
    private readonly int[] _first, _parcels;

    /// <param name="table">The parcels.</param>
    /// <param name="cells">The grid.</param>
    /// <param name="run">How to run.</param>
    public CellTiles(ParcelTable table, OverlapCells cells, ParallelOptions run)
    {
        (_table, _cells) = (table, cells);
        _first = new int[Count + 1];
        Visit(run, (_, tile) => Interlocked.Increment(ref _first[tile + 1]));
        for (int tile = 0; tile < Count; tile++) _first[tile + 1] += _first[tile];
        _parcels = GC.AllocateUninitializedArray<int>(_first[^1]);
        int[] next = [.. _first];
        Visit(run, (parcel, tile) => _parcels[Interlocked.Increment(ref next[tile]) - 1] = parcel);
    }

    /// <summary>How many tiles there are.</summary>
    public int Count => _cells.TilesPerSide * _cells.TilesPerSide;

    /// <summary>The parcels that touch a tile.</summary>
    public ReadOnlySpan<int> this[int tile] => _parcels.AsSpan(_first[tile].._first[tile + 1]);

    /// <summary>The tiles that a box touches.</summary>
    public (int West, int South, int East, int North) TilesOf(in PlaneBox box) => (
        _cells.Column(box.MinX) >> OverlapCells.TileBits, _cells.Row(box.MinY) >> OverlapCells.TileBits,
        _cells.Column(box.MaxX) >> OverlapCells.TileBits, _cells.Row(box.MaxY) >> OverlapCells.TileBits);

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

using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The parcels of a table by the tiles of a grid that they touch, in order.</summary>
internal sealed class CellTiles
{
    /// <summary>A parcel touches few tiles on average where parcels do not lie upon each other.</summary>
    private const int MostTilesOfAParcel = 8, FewEntries = 1 << 20;

    /// <summary>The table is looked at in so many parts, from several threads.</summary>
    private const int Parts = 32;

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

    /// <summary>Whether a parcel lies in one tile as a whole.</summary>
    public bool IsInOne(int parcel)
    {
        (int west, int south, int east, int north) = TilesOf(parcel);
        return west == east && south == north;
    }

    /// <summary>
    /// Fills the list with the parcels of a lower index that may overlap the given one, in ascending order.
    /// </summary>
    public void FindLower(int parcel, List<int> found)
    {
        found.Clear();
        PlaneBox box = _table.RoughBoxOf(parcel);
        (int west, int south, int east, int north) = TilesOf(parcel);
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
                    (int otherWest, int otherSouth, _, _) = TilesOf(other);
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
        // By part of the table and tile: how many parcels there are, then where the next one goes.
        var next = new int[Parts][];
        Parallel.For(0, Parts, run, part =>
        {
            int[] counts = next[part] = new int[Count];
            Visit(part, (_, tile) => counts[tile]++);
        });
        foreach (int[] counts in next) entries += counts.Sum(count => (long)count);
        if (entries > most && Count > 1) return false;
        int first = 0;
        for (int tile = 0; tile < Count; tile++)
        {
            _first[tile] = first;
            foreach (int[] counts in next) (counts[tile], first) = (first, first + counts[tile]);
        }
        _first[Count] = first;
        _parcels = GC.AllocateUninitializedArray<int>(first);
        Parallel.For(0, Parts, run, part =>
        {
            int[] places = next[part];
            Visit(part, (parcel, tile) => _parcels[places[tile]++] = parcel);
        });
        return true;
    }

    /// <summary>Visits the tiles of the parcels in a part of the table, parcel by parcel.</summary>
    private void Visit(int part, Action<int, int> visit)
    {
        int end = (int)((part + 1L) * _table.Count / Parts);
        for (int parcel = (int)((long)part * _table.Count / Parts); parcel < end; parcel++)
        {
            (int west, int south, int east, int north) = TilesOf(parcel);
            for (int row = south; row <= north; row++)
            {
                for (int column = west; column <= east; column++)
                    visit(parcel, row * _cells.TilesPerSide + column);
            }
        }
    }

    private (int West, int South, int East, int North) TilesOf(int parcel) =>
        _cells.TilesOf(_table.RowOf(parcel).Box);
}

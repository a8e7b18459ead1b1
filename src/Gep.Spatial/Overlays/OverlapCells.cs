using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// A grid over all parcels of a table, and its cells in which two of them may overlap; beyond them no two do.
/// </summary>
/// <remarks>
/// How many parcels lie over a place changes only across edges. Where neighbours share one it does not
/// change: one parcel ends there, and one begins. So the count is the same all over a cell that no unshared
/// edge touches, and is found by counting such edges from the west.
/// </remarks>
internal sealed class OverlapCells
{
    /// <summary>Cells of a side of a tile, a power of two.</summary>
    public const int TileBits = 6, TileCells = 1 << TileBits;

    /// <summary>With fewer, tiles cost more than they save; with more, edges that are compared.</summary>
    private const double VerticesPerCell = 2;

    /// <summary>Cells take two bits each.</summary>
    private const int MostPerSide = 1 << 12;

    /// <summary>From so many cells around an edge, those beside it are left out row by row.</summary>
    private const int ManyCells = 16;

    /// <summary>A little less than 1, so that the last column and row hold the end of the box.</summary>
    private const double Inside = 1 - 1e-9;

    /// <summary>Far more than coordinates are rounded by [m].</summary>
    private const double Margin = 1e-6;

    private readonly double _metresPerRow;

    /// <summary>
    /// Of x, y, x and y, so that both corners of a box are carried at once: where the grid begins [m], and
    /// its cells a metre.
    /// </summary>
    private readonly Vector256<double> _corner, _perMetre;

    /// <summary>By row and column of tiles, a bit for each cell.</summary>
    private readonly ulong[] _isHot, _isChecked;

    /// <summary>By row of tiles, edges that go on beyond the tile in which they were found.</summary>
    private readonly List<UnsharedEdge>[] _left;

    /// <param name="box">Box around all parcels, wider than they are.</param>
    /// <param name="vertices">How many vertices they have.</param>
    public OverlapCells(in PlaneBox box, long vertices)
    {
        Box = box;
        (OriginX, OriginY) = (Math.Floor(box.MinX), Math.Floor(box.MinY));
        int tiles = Math.Clamp(
            (int)Math.Sqrt(vertices / VerticesPerCell) / TileCells, 1, MostPerSide / TileCells);
        (TilesPerSide, Side) = (tiles, tiles * TileCells);
        PerMetreX = Side * Inside / (box.MaxX - box.MinX);
        PerMetreY = Side * Inside / (box.MaxY - box.MinY);
        _metresPerRow = 1 / PerMetreY;
        _corner = Vector256.Create(box.MinX, box.MinY, box.MinX, box.MinY);
        _perMetre = Vector256.Create(PerMetreX, PerMetreY, PerMetreX, PerMetreY);
        _isHot = new ulong[Side * TilesPerSide];
        _isChecked = new ulong[Side * TilesPerSide];
        _left = [.. Enumerable.Range(0, tiles).Select(_ => new List<UnsharedEdge>())];
    }

    /// <summary>Box of the grid.</summary>
    public PlaneBox Box { get; }

    /// <summary>A whole number of metres near the box, from which differences are exact [m].</summary>
    public double OriginX { get; }

    /// <summary>A whole number of metres near the box [m].</summary>
    public double OriginY { get; }

    /// <summary>How many cells a side has.</summary>
    public int Side { get; }

    /// <summary>How many tiles a side has.</summary>
    public int TilesPerSide { get; }

    /// <summary>Cells a metre eastwards.</summary>
    public double PerMetreX { get; }

    /// <summary>Cells a metre northwards.</summary>
    public double PerMetreY { get; }

    /// <summary>Column of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Column(double x) => Math.Clamp(unchecked((int)((x - Box.MinX) * PerMetreX)), 0, Side - 1);

    /// <summary>Row of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row(double y) => Math.Clamp(unchecked((int)((y - Box.MinY) * PerMetreY)), 0, Side - 1);

    /// <summary>Columns of places in the box.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> ColumnsOf(Vector512<double> x) => Vector512.ConvertToInt64Native(
        (x - Vector512.Create(Box.MinX)) * Vector512.Create(PerMetreX));

    /// <summary>Rows of places in the box.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> RowsOf(Vector512<double> y) => Vector512.ConvertToInt64Native(
        (y - Vector512.Create(Box.MinY)) * Vector512.Create(PerMetreY));

    /// <summary>The cells of a row of a tile from one to another, a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Between(int first, int last) =>
        (ulong.MaxValue << first) & (ulong.MaxValue >> (TileCells - 1 - last));

    /// <summary>Whether parcels may overlap in a cell, once all edges were noted and counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsHot(int row, int column) => (HotCells(row, column) >> column & 1) != 0;

    /// <summary>The hot cells of the row of a tile that holds a cell, a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HotCells(int row, int column) => _isHot[row * TilesPerSide + (column >> TileBits)];

    /// <summary>Those of them whose vertices were looked at.</summary>
    public ulong CheckedCells(int row, int column) => _isChecked[row * TilesPerSide + (column >> TileBits)];

    /// <summary>Notes the cells of a tile whose vertices were looked at; for each tile from one thread.
    /// </summary>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    /// <param name="rows">The cells of each row, a bit for each.</param>
    public void Check(int west, int south, ReadOnlySpan<ulong> rows)
    {
        for (int row = 0; row < rows.Length; row++)
            _isChecked[(south + row) * TilesPerSide + (west >> TileBits)] = rows[row];
    }

    /// <summary>The tiles that a parcel touches.</summary>
    /// <param name="box">Its box.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int West, int South, int East, int North) TilesOf(in Vector128<float> box)
    {
        Vector256<long> tiles = CellsOf(box) >> TileBits;
        return ((int)tiles[0], (int)tiles[1], (int)tiles[2], (int)tiles[3]);
    }

    /// <summary>The columns and rows of a tile that a parcel of the tile touches.</summary>
    /// <param name="box">Box of the parcel.</param>
    /// <param name="west">Column of the first cell of the tile.</param>
    /// <param name="south">Row of the first cell of the tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int West, int South, int East, int North) InTile(in Vector128<float> box, int west, int south)
    {
        Vector256<long> inTile = Vector256.Clamp(
            CellsOf(box) - Vector256.Create(west, south, west, south), Vector256<long>.Zero,
            Vector256.Create(TileCells - 1L));
        return ((int)inTile[0], (int)inTile[1], (int)inTile[2], (int)inTile[3]);
    }

    /// <summary>Whether the box of a parcel of a tile touches some cells of it.</summary>
    /// <param name="box">The box.</param>
    /// <param name="west">Column of the first cell of the tile.</param>
    /// <param name="south">Row of the first cell of the tile.</param>
    /// <param name="rows">The cells of each row, a bit for each.</param>
    public bool Touches(in Vector128<float> box, int west, int south, ReadOnlySpan<ulong> rows)
    {
        (int first, int low, int last, int high) = InTile(box, west, south);
        ulong touched = 0;
        for (int row = low; row <= high; row++) touched |= rows[row];
        return (touched & Between(first, last)) != 0;
    }

    /// <summary>Whether parcels may overlap in a box.</summary>
    public bool MayOverlap(in PlaneBox box)
    {
        int west = Column(box.MinX), east = Column(box.MaxX), north = Row(box.MaxY);
        int first = west >> TileBits, last = east >> TileBits;
        ulong fromWest = ulong.MaxValue << west, toEast = ulong.MaxValue >> (TileCells - 1 - east);
        for (int row = Row(box.MinY); row <= north; row++)
        {
            for (int tile = first; tile <= last; tile++)
            {
                ulong hot = _isHot[row * TilesPerSide + tile];
                if (tile == first) hot &= fromWest;
                if (tile == last) hot &= toEast;
                if (hot != 0) return true;
            }
        }
        return false;
    }

    /// <summary>The cells that an edge may touch.</summary>
    public (int West, int South, int East, int North) CellsOf(in AreaEdge edge) => (
        Column(Math.Min(edge.X0, edge.X1) - Margin), Row(Math.Min(edge.Y0, edge.Y1) - Margin),
        Column(Math.Max(edge.X0, edge.X1) + Margin), Row(Math.Max(edge.Y0, edge.Y1) + Margin));

    /// <summary>Whether so many cells lie around an edge that it passes by most of them.</summary>
    public static bool AreMany(in (int West, int South, int East, int North) near) =>
        (long)(near.East - near.West + 1) * (near.North - near.South + 1) >= ManyCells;

    /// <summary>Makes cells of a row hot; for each tile from one thread.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The first column.</param>
    /// <param name="to">The last column.</param>
    public void Touch(int row, int from, int to)
    {
        Span<ulong> hot = HotRow(row);
        int first = from >> TileBits, last = to >> TileBits;
        for (int tile = first; tile <= last; tile++)
        {
            hot[tile] |= Between(tile == first ? from : 0, tile == last ? to : TileCells - 1);
        }
    }

    /// <summary>Keeps an edge for <see cref="Count"/>; from any thread.</summary>
    /// <param name="edge">An edge that is not shared.</param>
    /// <param name="south">The first row that it may touch.</param>
    /// <param name="north">The last row.</param>
    public void Leave(in UnsharedEdge edge, int south, int north)
    {
        for (int row = south >> TileBits; row <= north >> TileBits; row++)
        {
            lock (_left[row]) _left[row].Add(edge);
        }
    }

    /// <summary>Makes the cells hot that lie under several parcels, once all edges were noted or left.
    /// </summary>
    /// <param name="notes">Notes of a whole row of tiles.</param>
    /// <param name="tileRow">The row of tiles; for each from one thread.</param>
    /// <param name="changes">The changes in its tiles.</param>
    public void Count(CellNotes notes, int tileRow, ReadOnlySpan<CellChange[]> changes)
    {
        int south = tileRow << TileBits;
        notes.Restart(0, south);
        for (int tile = 0; tile < changes.Length; tile++) notes.Add(tile, changes[tile]);
        foreach (UnsharedEdge edge in _left[tileRow]) notes.NoteRows(edge);
        for (int row = 0; row < TileCells; row++) notes.Count(row, HotRow(south + row));
    }

    /// <summary>The height of the middle of a row [m].</summary>
    public double MiddleOf(int row) => Box.MinY + (row + 0.5) * _metresPerRow;

    /// <summary>Column of an edge that is not level, at a height between its ends.</summary>
    public int ColumnAt(in AreaEdge edge, double y) => Column(
        Math.Clamp(XAt(edge, y), Math.Min(edge.X0, edge.X1), Math.Max(edge.X0, edge.X1)));

    /// <summary>The columns that an edge may touch in a row, with one more on either side.</summary>
    public (int From, int To) Columns(in AreaEdge edge, int row, int west, int east)
    {
        if (edge.Y0 == edge.Y1) return (west, east);
        double low = XAt(edge, Box.MinY + row * _metresPerRow - Margin);
        double high = XAt(edge, Box.MinY + (row + 1) * _metresPerRow + Margin);
        int from = Math.Max(west, Column(Math.Min(low, high)) - 1);
        int to = Math.Min(east, Column(Math.Max(low, high)) + 1);
        return from <= to ? (from, to) : (west, east);
    }

    /// <summary>The cells at the corners of the box of a parcel; any where it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<long> CellsOf(in Vector128<float> box)
    {
        Vector256<double> fromCorner = Vector256.WidenLower(box.ToVector256Unsafe()) - _corner;
        return Vector256.Clamp(
            Vector256.ConvertToInt64Native(fromCorner * _perMetre), Vector256<long>.Zero,
            Vector256.Create(Side - 1L));
    }

    private Span<ulong> HotRow(int row) => _isHot.AsSpan(row * TilesPerSide, TilesPerSide);

    /// <summary>x of the line through an edge that is not level, at a height that may lie beyond it.
    /// </summary>
    private static double XAt(in AreaEdge edge, double y) =>
        edge.X0 + (y - edge.Y0) / (edge.Y1 - edge.Y0) * (edge.X1 - edge.X0);
}

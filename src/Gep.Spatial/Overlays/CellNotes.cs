using System.Numerics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Notes which cells of some tiles side by side are touched by edges that no neighbour shares, and how many
/// parcels more or fewer lie to the east of these than to the west; made for reuse.
/// </summary>
/// <param name="cells">The grid, which takes the touched cells.</param>
/// <param name="tiles">How many tiles there are from west to east.</param>
internal sealed class CellNotes(OverlapCells cells, int tiles)
{
    private readonly int _columns = tiles << OverlapCells.TileBits;

    /// <summary>By row and column, of touched cells.</summary>
    private readonly int[] _changes = new int[tiles << 2 * OverlapCells.TileBits];
    private readonly List<CellChange> _found = [];
    private int _west, _south;

    /// <summary>Begins without notes.</summary>
    /// <param name="west">Column of the first cell.</param>
    /// <param name="south">Row of the first cell.</param>
    public void Restart(int west, int south)
    {
        (_west, _south) = (west, south);
        _changes.AsSpan().Clear();
    }

    /// <summary>Notes an edge; one that touches cells beyond these tiles is left to the grid.</summary>
    public void Note(in UnsharedEdge edge)
    {
        (int West, int South, int East, int North) near = cells.CellsOf(edge.Line);
        bool isWithin = near.West >= _west && near.East < _west + _columns
            && near.South >= _south && near.North < _south + OverlapCells.TileCells;
        if (isWithin) Mark(edge, near);
        else cells.Leave(edge, near.South, near.North);
    }

    /// <summary>Notes what an edge changes in these rows.</summary>
    public void NoteRows(in UnsharedEdge edge)
    {
        (int west, int south, int east, int north) = cells.CellsOf(edge.Line);
        int last = _south + OverlapCells.TileCells - 1;
        Mark(edge, (west, Math.Max(south, _south), east, Math.Min(north, last)));
    }

    /// <summary>Notes the changes of a tile.</summary>
    /// <param name="tile">The tile, from the west.</param>
    /// <param name="changes">The changes.</param>
    public void Add(int tile, CellChange[] changes)
    {
        foreach ((int cell, int parcels) in changes)
        {
            int row = cell >> OverlapCells.TileBits, column = cell & (OverlapCells.TileCells - 1);
            _changes[row * _columns + (tile << OverlapCells.TileBits) + column] += parcels;
        }
    }

    /// <summary>The changes of the first tile.</summary>
    public CellChange[] Changes()
    {
        _found.Clear();
        for (int row = 0; row < OverlapCells.TileCells; row++)
        {
            ulong touched = cells.HotCells(_south + row, _west);
            for (; touched != 0; touched &= touched - 1)
            {
                int column = BitOperations.TrailingZeroCount(touched);
                int parcels = _changes[row * _columns + column];
                if (parcels != 0) _found.Add(new CellChange(row << OverlapCells.TileBits | column, parcels));
            }
        }
        return [.. _found];
    }

    /// <summary>Finds the cells of a row that lie under several parcels.</summary>
    /// <param name="row">The row, from the first.</param>
    /// <param name="hot">By tile, its touched cells, a bit for each; takes those found too.</param>
    public void Count(int row, Span<ulong> hot)
    {
        int parcels = 0;
        for (int tile = 0; tile < tiles; tile++)
        {
            ulong several = parcels > 1 ? ulong.MaxValue : 0;
            for (ulong touched = hot[tile]; touched != 0; touched &= touched - 1)
            {
                int column = BitOperations.TrailingZeroCount(touched);
                bool wereSeveral = parcels > 1;
                parcels += _changes[row * _columns + (tile << OverlapCells.TileBits) + column];
                if (parcels > 1 != wereSeveral) several ^= ulong.MaxValue << column << 1;
            }
            hot[tile] |= several;
        }
    }

    private void Mark(in UnsharedEdge edge, (int West, int South, int East, int North) near)
    {
        AreaEdge line = edge.Line;
        bool isLong = OverlapCells.AreMany(near);
        for (int row = near.South; row <= near.North; row++)
        {
            (int from, int to) = isLong ? cells.Columns(line, row, near.West, near.East)
                : (near.West, near.East);
            double middle = cells.MiddleOf(row);
            if (line.Y0 <= middle != line.Y1 <= middle)
            {
                int column = cells.ColumnAt(line, middle);
                (from, to) = (Math.Min(from, column), Math.Max(to, column));
                // Parcels lie on the left of their edges: upwards it ends, seen from the west.
                int parcels = line.Y1 > line.Y0 ? -edge.Times : edge.Times;
                _changes[(row - _south) * _columns + column - _west] += parcels;
            }
            cells.Touch(row, from, to);
        }
    }
}

using System.Runtime.CompilerServices;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The cells of a grid over zones by squares of eight by eight; cells are kept only of squares that a border
/// touches, so that all of them stay in a cache.
/// </summary>
/// <param name="columns">Columns of cells.</param>
/// <param name="rows">Rows of cells.</param>
internal sealed class ZoneGridCells(int columns, int rows)
{
    /// <summary>Cells of a side of a square, as a power of two.</summary>
    public const int SquareBits = 3;

    /// <summary>Cells of a side of a square.</summary>
    public const int SquareCells = 1 << SquareBits;

    private const int InSquare = SquareCells - 1;

    /// <summary>
    /// Columns are those of squares; one that a border touches has the number of its cells in place of a
    /// zone.
    /// </summary>
    private readonly ZoneGridCell[] _squares = new ZoneGridCell[SquaresOf(columns) * SquaresOf(rows)];

    /// <summary>Of squares that a border touches all cells, row by row.</summary>
    private ZoneGridCell[] _cells = [];
    private int _kept;

    /// <summary>Squares of a row of them.</summary>
    public int Columns { get; } = SquaresOf(columns);

    /// <summary>How many squares there are.</summary>
    public int Squares => _squares.Length;

    /// <summary>A cell; of one in a square that no border touches, as if none came in its row.</summary>
    public ZoneGridCell this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ZoneGridCell square = _squares[(row >> SquareBits) * Columns + (column >> SquareBits)];
            return square.NextBorder > column >> SquareBits
                ? square with { NextBorder = ushort.MaxValue }
                : CellOf(square, row, column);
        }
    }

    /// <summary>Takes the cells of a row of squares.</summary>
    /// <param name="south">Its first row of cells.</param>
    /// <param name="cells">Its cells row by row; of rows beyond the grid any.</param>
    public void Add(int south, ReadOnlySpan<ZoneGridCell> cells)
    {
        ushort next = ushort.MaxValue;
        for (int square = Columns - 1; square >= 0; square--)
        {
            int zone = cells[square << SquareBits].Zone;
            if (HasBorder(cells, south, square))
            {
                (zone, next) = (_kept++, (ushort)square);
                Keep(cells, square);
            }
            _squares[(south >> SquareBits) * Columns + square] = new ZoneGridCell((ushort)zone, next);
        }
    }

    /// <summary>
    /// The zone of a box of cells that no border touches, <see cref="ZoneSegments.Outside"/> beyond all;
    /// false where one does.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindZone(int west, int south, int east, int north, out int zone)
    {
        unchecked
        {
            int right = east >> SquareBits, top = (north >> SquareBits) * Columns + (west >> SquareBits);
            int at = (south >> SquareBits) * Columns + (west >> SquareBits);
            zone = _squares[at].Zone - 1;
            // Most boxes lie in one or two rows of squares.
            bool isFree = !(_squares[at].NextBorder <= right | _squares[top].NextBorder <= right);
            for (at += Columns; isFree && at < top; at += Columns) isFree = _squares[at].NextBorder > right;
            return isFree || TryFindZoneByCells(west, south, east, north, out zone);
        }
    }

    private bool TryFindZoneByCells(int west, int south, int east, int north, out int zone)
    {
        unchecked
        {
            zone = this[south, west].Zone - 1;
            for (int row = south; row <= north; row++)
            {
                if (HasBorder(row, west, east)) return false;
            }
            return true;
        }
    }

    /// <summary>Whether a border touches some cells of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasBorder(int row, int west, int east)
    {
        int first = (row >> SquareBits) * Columns;
        ZoneGridCell square = _squares[first + (west >> SquareBits)];
        if (square.NextBorder > west >> SquareBits)
        {
            if (square.NextBorder > east >> SquareBits) return false;
            west = square.NextBorder << SquareBits;
            square = _squares[first + square.NextBorder];
        }
        return CellOf(square, row, west).NextBorder <= east;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ZoneGridCell CellOf(ZoneGridCell square, int row, int column) =>
        _cells[(square.Zone << SquareBits | row & InSquare) << SquareBits | column & InSquare];

    /// <summary>Whether a border touches a square.</summary>
    private bool HasBorder(ReadOnlySpan<ZoneGridCell> cells, int south, int square)
    {
        int west = square << SquareBits, height = Math.Min(SquareCells, rows - south);
        for (int row = 0; row < height; row++)
        {
            if (cells[row * columns + west].NextBorder < west + SquareCells) return true;
        }
        return false;
    }

    private void Keep(ReadOnlySpan<ZoneGridCell> cells, int square)
    {
        int at = (_kept - 1) * SquareCells * SquareCells;
        if (at == _cells.Length) Array.Resize(ref _cells, Math.Max(2 * at, SquareCells * SquareCells));
        int west = square << SquareBits, width = Math.Min(SquareCells, columns - west);
        for (int row = 0; row < SquareCells; row++)
            cells.Slice(row * columns + west, width).CopyTo(_cells.AsSpan(at + row * SquareCells));
    }

    private static int SquaresOf(int cells) => (cells + SquareCells - 1) >> SquareBits;
}

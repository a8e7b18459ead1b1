using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Finds the cells of a tile in which an edge begins or ends that no neighbour shares; made for reuse.
/// </summary>
/// <remarks>
/// Every vertex adds a product of its own number with the difference of those of the vertices behind and
/// before it. An edge and the same the other way give products that cancel each other, so that the sum of a
/// cell is 0 where all its edges have a twin. Otherwise it is 0 once in 2⁶⁴ times; the numbers are drawn
/// anew for each process, so that no file can be made for that to happen.
/// </remarks>
internal sealed class VertexBalance(OverlapCells cells)
{
    private const int Lanes = 8, Shift = 32, FineShift = 29;

    private static readonly ulong[] Mix = [.. Enumerable.Range(0, 4).Select(_ => Drawn())];

    private readonly ulong[] _sums = new ulong[OverlapCells.TileCells * OverlapCells.TileCells];
    private readonly ulong[] _open = new ulong[OverlapCells.TileCells];
    private ulong[] _numbers = new ulong[64];
    private long _west, _south;

    /// <summary>Begins a tile.</summary>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    public void Restart(int west, int south)
    {
        (_west, _south) = (west, south);
        _sums.AsSpan().Clear();
    }

    /// <summary>Number of a vertex.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong NumberOf(double x, double y)
    {
        unchecked
        {
            // Of the two zeros one is taken. Round numbers have all their bits at the upper end.
            ulong ofX = BitConverter.DoubleToUInt64Bits(x + 0.0);
            ulong ofY = BitConverter.DoubleToUInt64Bits(y + 0.0);
            ulong k = (ofX ^ ofX >> Shift) * Mix[0] + (ofY ^ ofY >> FineShift) * Mix[1];
            k = (k ^ k >> Shift) * Mix[2];
            return k ^ k >> FineShift;
        }
    }

    /// <summary>Adds the vertices in the tile with which edges of a ring begin.</summary>
    /// <param name="rings">The rings of its parcel; a vector more than they are is read.</param>
    /// <param name="stretch">The edges.</param>
    public void Add(ParcelRings rings, in RingStretch stretch)
    {
        int edges = stretch.Edges;
        ref double x = ref rings.Xs[stretch.From], y = ref rings.Ys[stretch.From];
        if (_numbers.Length < edges + 2 * Lanes) _numbers = new ulong[2 * edges + 2 * Lanes];
        ref ulong numbers = ref _numbers[0];
        numbers = NumberOf(rings.Xs[stretch.Before], rings.Ys[stretch.Before]);
        for (nuint i = 0; i <= (nuint)edges; i += Lanes)
            NumbersOf(ref x, ref y, i).StoreUnsafe(ref numbers, i + 1);
        Vector512<ulong> mix = Vector512.Create(Mix[3]), one = Vector512<ulong>.One;
        Span<ulong> terms = stackalloc ulong[Lanes];
        Span<ulong> places = stackalloc ulong[Lanes];
        for (nuint i = 0; i < (nuint)edges; i += Lanes)
        {
            uint within = Within(ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref y, i), edges - (int)i, places);
            if (within == 0) continue;
            Vector512<ulong> own = Vector512.LoadUnsafe(ref numbers, i + 1);
            // Were this a multiple of the number, the terms of any ring would cancel each other.
            own = (own ^ own >>> Shift) * mix | one;
            Vector512<ulong> step = Vector512.LoadUnsafe(ref numbers, i + 2)
                - Vector512.LoadUnsafe(ref numbers, i);
            (own * step).CopyTo(terms);
            ref ulong sums = ref _sums[0];
            for (; within != 0; within &= within - 1)
            {
                int lane = BitOperations.TrailingZeroCount(within);
                ref ulong sum = ref Unsafe.Add(ref sums, (nuint)places[lane]);
                sum = unchecked(sum + terms[lane]);
            }
        }
    }

    /// <summary>Closes the sums; false where all are 0.</summary>
    public bool TryClose()
    {
        ulong any = 0;
        for (int row = 0; row < _open.Length; row++)
        {
            ulong open = 0;
            for (int column = 0; column < OverlapCells.TileCells; column++)
            {
                if (_sums[row << OverlapCells.TileBits | column] != 0) open |= 1UL << column;
            }
            _open[row] = open;
            any |= open;
        }
        return any != 0;
    }

    /// <summary>Cells of a row of the tile whose sum is not 0, a bit for each.</summary>
    public ReadOnlySpan<ulong> OpenCells => _open;

    /// <summary>
    /// Adds the passages of a ring through vertices, with which its edges begin, in cells whose sum is not 0.
    /// </summary>
    /// <param name="rings">The rings of its parcel.</param>
    /// <param name="stretch">The edges.</param>
    /// <param name="passages">Takes them.</param>
    public void AddUnbalanced(ParcelRings rings, in RingStretch stretch, VertexGroups passages)
    {
        Span<ulong> places = stackalloc ulong[Lanes];
        for (int i = stretch.From; i < stretch.To; i += Lanes)
        {
            uint within = Within(ref rings.Xs[i], ref rings.Ys[i], stretch.To - i, places);
            for (; within != 0; within &= within - 1)
            {
                int lane = BitOperations.TrailingZeroCount(within), place = (int)places[lane];
                if ((_open[place >> OverlapCells.TileBits] >> place & 1) != 0)
                    passages.Add(rings, stretch, i + lane);
            }
        }
    }

    private static Vector512<ulong> NumbersOf(ref double x, ref double y, nuint at)
    {
        Vector512<double> zero = Vector512<double>.Zero;
        Vector512<ulong> ofX = (Vector512.LoadUnsafe(ref x, at) + zero).AsUInt64();
        Vector512<ulong> ofY = (Vector512.LoadUnsafe(ref y, at) + zero).AsUInt64();
        Vector512<ulong> k = (ofX ^ ofX >>> Shift) * Vector512.Create(Mix[0])
            + (ofY ^ ofY >>> FineShift) * Vector512.Create(Mix[1]);
        k = (k ^ k >>> Shift) * Vector512.Create(Mix[2]);
        return k ^ k >>> FineShift;
    }

    /// <summary>Which of some vertices lie in the tile, a bit for each; and in which of its cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Within(ref double x, ref double y, int vertices, Span<ulong> places)
    {
        Vector512<ulong> side = Vector512.Create((ulong)OverlapCells.TileCells);
        Vector512<ulong> column = (cells.ColumnsOf(Vector512.LoadUnsafe(ref x)) - Vector512.Create(_west))
            .AsUInt64();
        Vector512<ulong> row = (cells.RowsOf(Vector512.LoadUnsafe(ref y)) - Vector512.Create(_south))
            .AsUInt64();
        (row << OverlapCells.TileBits | column).CopyTo(places);
        uint within = (uint)(Vector512.LessThan(column, side) & Vector512.LessThan(row, side))
            .ExtractMostSignificantBits();
        return vertices < Lanes ? within & ((1u << vertices) - 1) : within;
    }

    private static ulong Drawn() =>
        unchecked((ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue)) | 1;
}

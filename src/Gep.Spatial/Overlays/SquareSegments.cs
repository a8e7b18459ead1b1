using System.Numerics;
using System.Runtime.Intrinsics;

namespace Gep.Spatial.Overlays;

/// <summary>Border segments by squares of a grid, sixteen of a square looked at together.</summary>
internal sealed class SquareSegments
{
    private const int Lanes = 16, Sides = 4;

    /// <summary>Where the blocks of each square begin, one more at the end.</summary>
    private readonly int[] _firstBlock;

    /// <summary>Segments block by block, ascending in a square.</summary>
    private readonly int[] _segments;

    /// <summary>
    /// Of each block least x, least y, greatest x and greatest y [m], rounded outwards; of lanes that are
    /// not taken beyond all boxes.
    /// </summary>
    private readonly float[] _sides;

    /// <param name="drawn">Segments by square, both ascending; some more than once.</param>
    /// <param name="squares">How many squares there are.</param>
    /// <param name="borders">All segments.</param>
    public SquareSegments(List<(int Square, int Segment)> drawn, int squares, ZoneSegments borders)
    {
        _firstBlock = new int[squares + 1];
        for (int i = 0; i < drawn.Count; i++)
        {
            if (IsFirst(drawn, i)) _firstBlock[drawn[i].Square + 1]++;
        }
        for (int square = 0; square < squares; square++)
            _firstBlock[square + 1] = _firstBlock[square] + (_firstBlock[square + 1] + Lanes - 1) / Lanes;
        _segments = new int[_firstBlock[squares] * Lanes];
        _sides = new float[_firstBlock[squares] * Lanes * Sides];
        _sides.AsSpan().Fill(float.PositiveInfinity);
        int place = 0;
        for (int i = 0; i < drawn.Count; i++)
        {
            if (!IsFirst(drawn, i)) continue;
            (int square, int segment) = drawn[i];
            if (i == 0 || drawn[i - 1].Square != square) place = _firstBlock[square] * Lanes;
            Put(place++, segment, borders[segment]);
        }
    }

    /// <summary>
    /// Adds the segments of a square whose boxes touch a box to a list, in ascending order.
    /// </summary>
    /// <param name="square">The square.</param>
    /// <param name="box">Least x and y, greatest x and y [m].</param>
    /// <param name="found">The list.</param>
    public void Find(int square, Vector128<float> box, List<int> found)
    {
        Vector512<float> minX = Vector512.Create(box[0]), minY = Vector512.Create(box[1]);
        Vector512<float> maxX = Vector512.Create(box[2]), maxY = Vector512.Create(box[3]);
        for (int block = _firstBlock[square]; block < _firstBlock[square + 1]; block++)
        {
            ref float sides = ref _sides[block * Lanes * Sides];
            Vector512<float> near = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref sides), maxX)
                & Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref sides, Lanes), maxY)
                & Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref sides, 2 * Lanes), minX)
                & Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref sides, 3 * Lanes), minY);
            ulong lanes = near.ExtractMostSignificantBits();
            for (; lanes != 0; lanes &= lanes - 1)
                found.Add(_segments[block * Lanes + BitOperations.TrailingZeroCount(lanes)]);
        }
    }

    private static bool IsFirst(List<(int Square, int Segment)> drawn, int i) =>
        i == 0 || drawn[i] != drawn[i - 1];

    private void Put(int place, int segment, in BorderSegment s)
    {
        _segments[place] = segment;
        Vector128<float> box = s.Line.Box.Rounded;
        int first = place / Lanes * Lanes * Sides + place % Lanes;
        for (int side = 0; side < Sides; side++) _sides[first + side * Lanes] = box[side];
    }
}

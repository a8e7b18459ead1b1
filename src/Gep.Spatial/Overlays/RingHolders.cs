using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Finds the parcels in which the rings of others begin, and do not cross at once; made for reuse.
/// </summary>
internal sealed class RingHolders(
    ParcelTable table, OverlapCells cells, LargeParcels large, bool[] isUncertain)
{
    /// <summary>A tile has eight by eight squares, each with the parcels that touch it.</summary>
    private const int Side = 8, CellsPerSquare = OverlapCells.TileCells / Side;

    /// <summary>The sides of a box that are not less than those of one that holds it.</summary>
    private const uint LeastSides = 0b0011, GreatestSides = 0b1100;

    private readonly int[] _first = new int[Side * Side + 1], _next = new int[Side * Side];
    private List<int> _parcels = [];
    private int[] _inSquares = [];
    private Vector128<float>[] _boxes = [];
    private bool _isSorted;
    private int _west, _south;

    /// <summary>Begins a tile.</summary>
    /// <param name="parcels">The parcels in which rings may lie.</param>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    public void Restart(List<int> parcels, int west, int south) =>
        (_parcels, _west, _south, _isSorted) = (parcels, west, south, false);

    /// <summary>Adds the parcels to a list in which a ring may lie as a whole.</summary>
    /// <param name="parcel">Its parcel.</param>
    /// <param name="rings">The rings of the parcel.</param>
    /// <param name="start">Where the ring begins, in the tile.</param>
    /// <param name="edges">How many edges it has.</param>
    /// <param name="events">Takes them.</param>
    public void Find(int parcel, ParcelRings rings, int start, int edges, List<RingEvent> events)
    {
        if (!_isSorted) Sort();
        // Boxes are rounded outwards, and so hold what they hold when that is rounded too.
        Vector128<float> own = rings.Lengths.Length == 1
            ? table.RowOf(parcel).Box
            : BoxOf(rings, start, edges);
        int square = Square(cells.Row(rings.Ys[start]) - _south) * Side
            + Square(cells.Column(rings.Xs[start]) - _west);
        for (int i = _first[square]; i < _first[square + 1]; i++)
        {
            Vector128<float> box = _boxes[i];
            uint holds = Vector128.LessThanOrEqual(box, own).ExtractMostSignificantBits() & LeastSides
                | Vector128.GreaterThanOrEqual(box, own).ExtractMostSignificantBits() & GreatestSides;
            int other = _inSquares[i];
            if (holds != (LeastSides | GreatestSides) || other == parcel) continue;
            if (Holds(other, parcel, rings, start, edges))
                events.Add(new RingEvent(parcel, start, other, true, RingEvent.FromTheStart, 0, 0));
        }
    }

    /// <summary>Sorts the parcels by the squares that their boxes touch.</summary>
    private void Sort()
    {
        _isSorted = true;
        _first.AsSpan().Clear();
        foreach (int parcel in _parcels)
        {
            (int west, int south, int east, int north) = SquaresOf(parcel);
            for (int row = south; row <= north; row++)
            {
                for (int column = west; column <= east; column++) _first[row * Side + column + 1]++;
            }
        }
        for (int square = 0; square < Side * Side; square++) _first[square + 1] += _first[square];
        if (_inSquares.Length < _first[^1])
            (_inSquares, _boxes) = (new int[_first[^1]], new Vector128<float>[_first[^1]]);
        _first.AsSpan(0, Side * Side).CopyTo(_next);
        foreach (int parcel in _parcels)
        {
            (int west, int south, int east, int north) = SquaresOf(parcel);
            for (int row = south; row <= north; row++)
            {
                for (int column = west; column <= east; column++)
                {
                    int place = _next[row * Side + column]++;
                    (_inSquares[place], _boxes[place]) = (parcel, table.RowOf(parcel).Box);
                }
            }
        }
    }

    private static Vector128<float> BoxOf(ParcelRings rings, int start, int edges)
    {
        RingMeasure measure = RingMeasure.Empty;
        measure.Add(ref rings.Xs[start], ref rings.Ys[start], edges + 1);
        return measure.Box.Rounded;
    }

    private (int West, int South, int East, int North) SquaresOf(int parcel)
    {
        (int west, int south, int east, int north) = cells.InTile(table.RowOf(parcel).Box, _west, _south);
        return (
            west / CellsPerSquare, south / CellsPerSquare, east / CellsPerSquare, north / CellsPerSquare);
    }

    private static int Square(int cell) => Math.Clamp(cell / CellsPerSquare, 0, Side - 1);

    /// <summary>Whether the ring comes to its first vertex inside another parcel.</summary>
    private bool Holds(int other, int parcel, ParcelRings rings, int start, int edges)
    {
        bool? holds = large.Holds(other, rings.Xs[start], rings.Ys[start]);
        return holds ?? HoldsAtVertex(other, parcel, rings, start, edges);
    }

    private bool HoldsAtVertex(int other, int parcel, ParcelRings rings, int start, int edges)
    {
        VertexPassage passage = VertexPassage.Of(parcel, rings, start, edges, start);
        ParcelRings area = table.Rings(other);
        int ring = area.Offset;
        foreach (int length in area.Lengths)
        {
            for (int i = ring; i + 1 < ring + length; i++)
            {
                if (!passage.IsAt(area.Xs[i], area.Ys[i])) continue;
                bool? holds = VertexPassage.Of(other, area, ring, length - 1, i).HoldsArrivalOf(passage);
                if (holds is null) isUncertain[parcel] = isUncertain[other] = true;
                if (holds is true) return true;
            }
            ring += length;
        }
        return false;
    }
}

using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Walks along the rings of parcels and notes what runs inside which others; made for reuse.
/// </summary>
/// <remarks>
/// By Green's theorem the area that two parcels have in common is the sum over the pieces of the rings of
/// each that lie in the other. A parcel is taken from by the first of those over it: of a piece of its own
/// ring in others, the first of them has what lies on the left; a piece of the ring of one that comes before
/// all others there parts what this one has from what the next one has.
/// </remarks>
internal sealed class RingWalk(
    ParcelTable table, OverlapCells cells, bool[] isUncertain, PieceSums pieces)
{
    private readonly List<int> _over = [], _seen = [], _atStart = [];
    private double[] _xs = [], _ys = [];
    private (double X, double Y) _origin;
    private int _parcel;

    /// <summary>Walks along the rings of a parcel.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="events">Where they enter and leave others; they are put in order.</param>
    public void Walk(int parcel, Span<RingEvent> events)
    {
        SmallSort.Sort<RingEvent, RingEvent.InOrder>(events);
        ParcelRings rings = table.Rings(parcel);
        (_parcel, _xs, _ys, _origin) = (parcel, rings.Xs, rings.Ys, OriginOf(parcel));
        int start = rings.Offset, first = 0;
        foreach (int length in rings.Lengths)
        {
            int end = first;
            while (end < events.Length && events[end].Vertex < start + length) end++;
            if (end > first) WalkRing(start, length, events[first..end]);
            (start, first) = (start + length, end);
        }
    }

    private void WalkRing(int start, int length, ReadOnlySpan<RingEvent> events)
    {
        Begin(events);
        int vertex = start;
        double x = _xs[start] - cells.OriginX, y = _ys[start] - cells.OriginY;
        foreach (ref readonly RingEvent at in events)
        {
            if (at.Along == RingEvent.FromTheStart) continue;
            if (_over.Count > 0) Note(x, y, vertex, at.Vertex, at.X, at.Y);
            (x, y, vertex) = (at.X, at.Y, at.Vertex);
            int place = _over.BinarySearch(at.Other);
            if (place >= 0 == at.Enters)
            {
                isUncertain[_parcel] = isUncertain[at.Other] = true;
                return;
            }
            if (at.Enters) _over.Insert(~place, at.Other);
            else _over.RemoveAt(place);
        }
        if (_over.Count > 0)
        {
            int last = start + length - 1;
            Note(x, y, vertex, last - 1, _xs[last] - cells.OriginX, _ys[last] - cells.OriginY);
        }
        NoteMissing(_over, _atStart);
        NoteMissing(_atStart, _over);
    }

    /// <summary>A ring ends in the parcels in which it begins; of others nothing is certain.</summary>
    private void NoteMissing(List<int> parcels, List<int> others)
    {
        foreach (int parcel in parcels)
        {
            if (others.BinarySearch(parcel) < 0) isUncertain[_parcel] = isUncertain[parcel] = true;
        }
    }

    /// <summary>
    /// A ring begins in those that hold all of it, and in those that it leaves before it enters them.
    /// </summary>
    private void Begin(ReadOnlySpan<RingEvent> events)
    {
        _over.Clear();
        _seen.Clear();
        foreach (ref readonly RingEvent at in events)
        {
            if (_seen.Contains(at.Other)) continue;
            _seen.Add(at.Other);
            if (!at.Enters || at.Along == RingEvent.FromTheStart) _over.Add(at.Other);
        }
        _over.Sort();
        _atStart.Clear();
        _atStart.AddRange(_over);
    }

    /// <summary>Notes the ring from one place to another for all parcels over it.</summary>
    /// <param name="x">x of the first place, seen from the origin of the grid [m].</param>
    /// <param name="y">y of the first place [m].</param>
    /// <param name="from">The vertex with which its edge begins.</param>
    /// <param name="to">The vertex with which the edge of the second place begins.</param>
    /// <param name="toX">x of the second place [m].</param>
    /// <param name="toY">y of the second place [m].</param>
    private void Note(double x, double y, int from, int to, double toX, double toY)
    {
        double alongX = toX - x, alongY = toY - y;
        int top = _over[0];
        foreach (int other in _over)
        {
            int loser = Math.Max(_parcel, other), winner = Math.Min(_parcel, other);
            double twice = TwiceArea(loser == _parcel ? _origin : OriginOf(loser), x, y, from, to, toX, toY);
            bool takes = top < _parcel ? other == top : true;
            pieces.Add(new RingPiece(loser, winner, twice, takes ? twice : 0, alongX, alongY));
            if (top > _parcel && other != top)
                pieces.Add(new RingPiece(other, top, 0, -twice, 0, 0));
        }
    }

    private (double X, double Y) OriginOf(int parcel)
    {
        Vector128<float> box = table.RowOf(parcel).Box;
        return (Math.Floor(box[0]), Math.Floor(box[1]));
    }

    private double TwiceArea(
        (double X, double Y) origin, double x, double y, int from, int to, double toX, double toY)
    {
        double shiftX = cells.OriginX - origin.X, shiftY = cells.OriginY - origin.Y;
        double ax = x + shiftX, ay = y + shiftY, bx = toX + shiftX, by = toY + shiftY;
        if (from == to) return ax * by - bx * ay;
        double cx = _xs[from + 1] - origin.X, cy = _ys[from + 1] - origin.Y;
        double dx = _xs[to] - origin.X, dy = _ys[to] - origin.Y;
        double twice = ax * cy - cx * ay + (dx * by - bx * dy);
        if (to > from + 1)
        {
            twice += RingMeasure.TwiceArea(
                ref _xs[from + 1], ref _ys[from + 1], to - from - 1, origin.X, origin.Y);
        }
        return twice;
    }
}

using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Measures;

/// <summary>
/// Tells how two areas lie to each other without computing anything new, so that neighbours which merely
/// share edges cost next to nothing. Not safe for use by two threads at once.
/// </summary>
/// <remarks>
/// Each boundary is split at the vertices of the other that lie exactly on it. A piece then either equals a
/// piece of the other boundary, or lies inside or outside the other area as a whole, unless two edges cross.
/// Only exact orientation tests decide; whatever remains open is called crossing.
/// </remarks>
internal sealed class AreaRelate
{
    /// <summary>Above this many pairs of edges, cutting is faster than comparing.</summary>
    private const long MostPairs = 200_000;

    private readonly BoundarySide _first = new();
    private readonly BoundarySide _second = new();

    /// <summary>Relates two areas.</summary>
    public AreaRelation Relate(IndexedArea first, IndexedArea second)
    {
        if (first.Box.MinX >= second.Box.MaxX || first.Box.MaxX <= second.Box.MinX
            || first.Box.MinY >= second.Box.MaxY || first.Box.MaxY <= second.Box.MinY)
        {
            return AreaRelation.Apart;
        }
        BoxPlace firstInSecond = second.PlaceOf(first.Box), secondInFirst = first.PlaceOf(second.Box);
        if (firstInSecond == BoxPlace.Inside) return AreaRelation.FirstWithinSecond;
        if (secondInFirst == BoxPlace.Inside) return AreaRelation.SecondWithinFirst;
        if (firstInSecond == BoxPlace.Outside || secondInFirst == BoxPlace.Outside) return AreaRelation.Apart;

        Envelope common = first.Box.Intersection(second.Box);
        _first.Take(first, common);
        _second.Take(second, common);
        if ((long)_first.Count * _second.Count > MostPairs) return AreaRelation.Crossing;
        return HasCrossing() || !_first.Compare(_second) || !_second.Compare(_first)
            ? AreaRelation.Crossing
            : Conclude();
    }

    private AreaRelation Conclude()
    {
        bool isFirstCovered = !_first.HasOutside && !_first.HasOpposed;
        bool isSecondCovered = !_second.HasOutside && !_second.HasOpposed;
        if (isFirstCovered && !_second.HasInside) return AreaRelation.FirstWithinSecond;
        if (isSecondCovered && !_first.HasInside) return AreaRelation.SecondWithinFirst;
        bool isApart = !_first.HasInside && !_first.HasSame && !_second.HasInside && !_second.HasSame;
        return isApart ? AreaRelation.Apart : AreaRelation.Crossing;
    }

    /// <summary>Finds proper crossings of edges; notes where a vertex of one lies on the other.</summary>
    private bool HasCrossing()
    {
        for (int i = 0; i < _first.Count; i++)
        {
            AreaEdge a = _first[i];
            double minX = Math.Min(a.X0, a.X1), maxX = Math.Max(a.X0, a.X1);
            double minY = Math.Min(a.Y0, a.Y1), maxY = Math.Max(a.Y0, a.Y1);
            for (int j = 0; j < _second.Count; j++)
            {
                AreaEdge b = _second[j];
                if (b.X0 < minX && b.X1 < minX || b.X0 > maxX && b.X1 > maxX
                    || b.Y0 < minY && b.Y1 < minY || b.Y0 > maxY && b.Y1 > maxY)
                {
                    continue;
                }
                if (Crosses(i, a, j, b)) return true;
            }
        }
        return false;
    }

    private bool Crosses(
        int i, AreaEdge a, int j, AreaEdge b)
    {
        int a0 = Side(b, a.X0, a.Y0), a1 = Side(b, a.X1, a.Y1);
        if (a0 * a1 > 0) return false;
        int b0 = Side(a, b.X0, b.Y0), b1 = Side(a, b.X1, b.Y1);
        if (b0 * b1 > 0) return false;
        if (a0 * a1 < 0 && b0 * b1 < 0) return true;
        if (a0 == 0) NoteTouch(_first, i, isStart: true, a.X0, a.Y0, _second, j);
        if (a1 == 0) NoteTouch(_first, i, isStart: false, a.X1, a.Y1, _second, j);
        if (b0 == 0) NoteTouch(_second, j, isStart: true, b.X0, b.Y0, _first, i);
        if (b1 == 0) NoteTouch(_second, j, isStart: false, b.X1, b.Y1, _first, i);
        return false;
    }

    /// <summary>Notes an end of an edge that lies on the line of another, if on the edge itself.</summary>
    private static void NoteTouch(
        BoundarySide side, int edge, bool isStart, double x, double y, BoundarySide other, int otherEdge)
    {
        if (!IsBetween(other[otherEdge], x, y)) return;
        side.Touch(edge, isStart);
        other.Split(otherEdge, x, y);
    }

    private static int Side(AreaEdge edge, double x, double y) =>
        edge.X0 == x && edge.Y0 == y || edge.X1 == x && edge.Y1 == y
            ? 0
            : CGAlgorithmsDD.OrientationIndex(edge.X0, edge.Y0, edge.X1, edge.Y1, x, y);

    private static bool IsBetween(AreaEdge edge, double x, double y) =>
        Math.Min(edge.X0, edge.X1) <= x && x <= Math.Max(edge.X0, edge.X1)
        && Math.Min(edge.Y0, edge.Y1) <= y && y <= Math.Max(edge.Y0, edge.Y1);
}

using System.Numerics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Tells quickly of most neighbours that they share edges or corners and no area; exact.</summary>
/// <remarks>
/// Two parcels are apart where no edge of one crosses an edge of the other, edges that both have run opposite
/// ways, and every run of edges between places that both have reaches a place beyond the box of the other: a
/// run that crosses nothing lies inside or outside as a whole, and common area would need an edge of its
/// border inside.
/// </remarks>
internal sealed class NeighbourTest(ParcelTable table)
{
    private const int Lanes = 8;

    /// <summary>Neighbours with more edges near each other than this are split.</summary>
    private const int MostEdges = 64;

    /// <summary>Of parcels with more vertices an index tells which are near.</summary>
    private const int MostVertices = 512;

    private readonly NearEdges _first = new(MostEdges), _second = new(MostEdges);

    /// <summary>Whether two parcels surely have no area in common; false where it is not seen at once.
    /// </summary>
    public bool AreApart(int first, int second)
    {
        PlaneBox box = table.RoughBoxOf(first).Common(table.RoughBoxOf(second));
        ParcelRings one = table.Rings(first), other = table.Rings(second);
        if (one.Vertices > MostVertices || other.Vertices > MostVertices) return false;
        if (!_first.Take(one, box)) return false;
        if (_first.Count == 0) return one.Holds(box.MinX, box.MinY) is not true;
        if (!_second.Take(other, box)) return false;
        if (_second.Count == 0) return other.Holds(box.MinX, box.MinY) is not true;
        for (int i = 0; i < _first.Count; i++)
        {
            AreaEdge edge = _first[i];
            for (int block = 0; block < _second.Count; block += Lanes)
            {
                for (uint near = _second.Touching(block, edge); near != 0; near &= near - 1)
                {
                    if (!Compare(i, edge, block + BitOperations.TrailingZeroCount(near))) return false;
                }
            }
        }
        return _first.AllRunsLeave() && _second.AllRunsLeave();
    }

    /// <summary>
    /// Notes what two edges have in common: all, an end, nothing; false where they cross or touch otherwise,
    /// and where they run the same way.
    /// </summary>
    private bool Compare(int i, in AreaEdge e, int j)
    {
        var meeting = EdgeMeeting.Of(e, _second[j]);
        if (meeting.HasCommonEnd)
        {
            bool isShared = meeting.Kind == EdgeMeetingKind.OtherWay;
            _first.Mark(i, isShared, meeting.StartsAtEnd, meeting.EndsAtEnd);
            _second.Mark(j, isShared, meeting.OtherStartsAtEnd, meeting.OtherEndsAtEnd);
        }
        return meeting.Kind is EdgeMeetingKind.Apart or EdgeMeetingKind.OtherWay;
    }
}

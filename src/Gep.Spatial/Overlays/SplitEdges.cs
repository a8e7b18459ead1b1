using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Edges of several areas, and where they cross, meet or are the same; made for reuse. All is told by exact
/// orientation tests; only the coordinates of crossings are rounded.
/// </summary>
internal sealed class SplitEdges
{
    private const int Lanes = 8;
    private const uint AllLanes = (1u << Lanes) - 1;

    /// <summary>
    /// Areas that lie through each other all over have too many faces to be told one by one.
    /// </summary>
    private const int MostCrossingsPerEdge = 4;

    private readonly List<SplitEdge> _edges = [];
    private readonly List<SplitCut> _cuts = [];
    private SplitNote[] _notes = [];
    private int[] _firstCut = [];
    private double[] _minX = [], _minY = [], _maxX = [], _maxY = [];
    private double _originX, _originY;

    /// <summary>How many edges there are.</summary>
    public int Count => _edges.Count;

    /// <summary>How many crossings there are.</summary>
    public int Crossings => _cuts.Count / 2;

    /// <summary>An edge.</summary>
    public ref readonly SplitEdge this[int edge] => ref CollectionsMarshal.AsSpan(_edges)[edge];

    /// <summary>Forgets all edges.</summary>
    /// <param name="originX">Crossings are seen from here [m].</param>
    /// <param name="originY">Crossings are seen from here [m].</param>
    public void Restart(double originX, double originY)
    {
        _edges.Clear();
        _cuts.Clear();
        (_originX, _originY) = (originX, originY);
    }

    /// <summary>Adds an edge unless it has no length; those of a ring one after the other.</summary>
    public void Add(in SplitEdge edge)
    {
        if (edge.X0 != edge.X1 || edge.Y0 != edge.Y1) _edges.Add(edge);
    }

    /// <summary>What is known of an edge, once all were compared.</summary>
    public ref readonly SplitNote NoteOf(int edge) => ref _notes[edge];

    /// <summary>Where an edge is crossed, from its beginning.</summary>
    public ReadOnlySpan<SplitCut> CutsOf(int edge) =>
        CollectionsMarshal.AsSpan(_cuts)[_firstCut[edge].._firstCut[edge + 1]];

    /// <summary>
    /// Compares all edges; false where a vertex lies amid an edge, where edges run over each other without
    /// being the same, and where very many cross.
    /// </summary>
    public bool TryCompare()
    {
        TakeBoxes();
        int next = 0;
        for (int i = 0; i < _edges.Count; i++)
        {
            // Edges of one owner follow each other, and are not compared among themselves.
            if (i == next) while (next < _edges.Count && _edges[next].Owner == _edges[i].Owner) next++;
            for (int block = next / Lanes * Lanes; block < _edges.Count; block += Lanes)
            {
                uint near = Touching(block, _minX[i], _minY[i], _maxX[i], _maxY[i]);
                if (block < next) near &= AllLanes << (next - block);
                for (; near != 0; near &= near - 1)
                {
                    int j = block + BitOperations.TrailingZeroCount(near);
                    if (_edges[i].Owner != _edges[j].Owner && !Compare(i, j)) return false;
                }
            }
            if (Crossings > MostCrossingsPerEdge * _edges.Count) return false;
        }
        SortCuts();
        return true;
    }

    /// <summary>Fills the list with the edges whose boxes touch a place, in ascending order.</summary>
    public void FindAt(double x, double y, List<int> found)
    {
        found.Clear();
        for (int block = 0; block < _edges.Count; block += Lanes)
        {
            for (uint near = Touching(block, x, y, x, y); near != 0; near &= near - 1)
                found.Add(block + BitOperations.TrailingZeroCount(near));
        }
    }

    private void TakeBoxes()
    {
        if (_notes.Length < _edges.Count + Lanes)
        {
            int size = 2 * _edges.Count + Lanes;
            _notes = new SplitNote[size];
            (_minX, _minY, _maxX, _maxY) = (new double[size], new double[size], new double[size],
                new double[size]);
            _firstCut = new int[size];
        }
        _notes.AsSpan(0, _edges.Count).Clear();
        for (int i = 0; i < _edges.Count; i++)
        {
            ref readonly SplitEdge edge = ref this[i];
            (_minX[i], _maxX[i]) = (edge.MinX, edge.MaxX);
            (_minY[i], _maxY[i]) = (edge.MinY, edge.MaxY);
        }
    }

    private uint Touching(int block, double minX, double minY, double maxX, double maxY)
    {
        Vector512<double> far =
            Vector512.GreaterThan(Vector512.LoadUnsafe(ref _minX[block]), Vector512.Create(maxX))
            | Vector512.LessThan(Vector512.LoadUnsafe(ref _maxX[block]), Vector512.Create(minX))
            | Vector512.GreaterThan(Vector512.LoadUnsafe(ref _minY[block]), Vector512.Create(maxY))
            | Vector512.LessThan(Vector512.LoadUnsafe(ref _maxY[block]), Vector512.Create(minY));
        uint lanes = AllLanes >> Math.Max(0, block + Lanes - _edges.Count);
        return ~(uint)far.ExtractMostSignificantBits() & lanes;
    }

    private bool Compare(int i, int j)
    {
        ref readonly SplitEdge e = ref this[i];
        ref readonly SplitEdge s = ref this[j];
        AreaEdge edge = e.Line, other = s.Line;
        var meeting = EdgeMeeting.Of(edge, other);
        if (meeting.HasCommonEnd)
        {
            _notes[i].StartsAtNode |= meeting.StartsAtEnd;
            _notes[j].StartsAtNode |= meeting.OtherStartsAtEnd;
            if (meeting.Kind is EdgeMeetingKind.SameWay or EdgeMeetingKind.OtherWay)
            {
                NoteSame(i, s, isSameWay: meeting.Kind == EdgeMeetingKind.SameWay);
                _notes[j].IsCovered = true;
            }
        }
        if (meeting.Kind == EdgeMeetingKind.Cross)
        {
            (double t, double u, double x, double y) = EdgeMeeting.PlaceOf(edge, other, _originX, _originY);
            int crossing = Crossings;
            _cuts.Add(new SplitCut(i, j, t, x, y, meeting.ComesFromLeft, crossing));
            _cuts.Add(new SplitCut(j, i, u, x, y, !meeting.ComesFromLeft, crossing));
        }
        return meeting.Kind != EdgeMeetingKind.Touch;
    }

    private void NoteSame(int i, in SplitEdge other, bool isSameWay)
    {
        ref SplitNote note = ref _notes[i];
        if (isSameWay) note.Same |= other.Bit;
        else note.Opposite |= other.Bit;
        if (other.Owner != SplitEdge.Zones) return;
        note.HasZones = true;
        (note.ZoneLeft, note.ZoneRight) = isSameWay ? (other.Left, other.Right) : (other.Right, other.Left);
    }

    private void SortCuts()
    {
        SmallSort.Sort<SplitCut, SplitCut.ByEdge>(_cuts);
        int cut = 0;
        for (int edge = 0; edge < _edges.Count; edge++)
        {
            _firstCut[edge] = cut;
            while (cut < _cuts.Count && _cuts[cut].Edge == edge) cut++;
        }
        _firstCut[_edges.Count] = cut;
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Splits the area of one parcel at borders without building a geometry.</summary>
/// <remarks>
/// By Green's theorem the area of a parcel in a zone is the sum over the pieces of the parcel's edges that
/// lie in the zone, and over the pieces of the zone's border that lie in the parcel. What lies where is told
/// by exact orientation tests only, at crossings and at common vertices; coordinates of crossings are rounded
/// once, and the same in both sums, so the areas of the zones add up to that of the parcel. Where a vertex
/// lies in the middle of a border, or two run over each other without being equal, nothing is decided.
/// </remarks>
internal abstract class BorderSplit(ZoneSegments borders)
{
    private const int Unknown = EdgeNote.Unknown;

    /// <summary>The sides of a zone must close to this [m]: a few roundings of coordinates.</summary>
    private const double OpenMetres = 1e-6;

    private readonly ZoneSegments _borders = borders;
    private readonly EdgeList _edges = new();
    private readonly List<int> _near = [];
    private readonly List<PlaneBox> _boxes = [];
    private readonly List<BorderCut> _cuts = [];
    private readonly ZoneTally _tally = new();
    private readonly List<EdgeNote> _notes = [];
    private (int Border, uint Edges)[] _touched = [];
    private int[] _noteOf = [];
    private BorderNote[] _borderNotes = [];
    private double _originX, _originY;
    private int _offset;

    /// <summary>The area of the parcel in each zone it touches, after a split that succeeded.</summary>
    public ZoneTally Tally => _tally;

    /// <summary>Borders near the parcel, in ascending order; to be found before it is split.</summary>
    protected List<int> Near => _near;

    /// <summary>
    /// Splits the parcel whose borders nearby were found; false where that needs a closer look than this one.
    /// </summary>
    /// <param name="rings">The parcel.</param>
    /// <param name="box">A box around it.</param>
    /// <param name="area">Its area [m²].</param>
    public bool TrySplit(ParcelRings rings, in PlaneBox box, double area)
    {
        if (rings.Lengths.IsEmpty) return false;
        _edges.Take(rings, _near.Count, TakeBoxes());
        (_originX, _originY, _offset) = (rings.Xs[rings.Offset], rings.Ys[rings.Offset], rings.Offset);
        Restart(rings);
        if (!FindCuts()) return false;
        if (_notes.Count == 0 && TryAddWhole(rings, box, area)) return true;
        return AddEdges(rings) && AddBorders(rings) && _tally.Closes(OpenMetres);
    }

    /// <summary>
    /// Adds a parcel that no border meets as a whole; false where it has several rings or may hold a border.
    /// </summary>
    private bool TryAddWhole(ParcelRings rings, in PlaneBox box, double area)
    {
        if (rings.Lengths.Length > 1) return false;
        foreach (ref readonly PlaneBox border in CollectionsMarshal.AsSpan(_boxes))
        {
            if (box.Holds(border)) return false;
        }
        _tally.Add(ZoneOfRun(_edges, rings.Offset, rings.Offset + rings.Lengths[0] - 2), 2 * area, 0, 0);
        return true;
    }

    /// <summary>The zone of a place that lies on no border; exact.</summary>
    protected abstract int ZoneAt(double x, double y);

    /// <summary>
    /// The zone of vertices in a row between which no border runs; the first of them lies on none.
    /// </summary>
    protected virtual int ZoneOfRun(EdgeList edges, int first, int last) =>
        ZoneAt(edges[first].X0, edges[first].Y0);

    /// <summary>Notes the boxes of the borders nearby; the box around all.</summary>
    private PlaneBox TakeBoxes()
    {
        _boxes.Clear();
        PlaneBox all = PlaneBox.Empty;
        foreach (int near in _near)
        {
            PlaneBox box = _borders[near].Line.Box;
            _boxes.Add(box);
            all = all.Around(box);
        }
        return all;
    }

    private void Restart(ParcelRings rings)
    {
        int vertices = rings.Vertices;
        if (_noteOf.Length < vertices) _noteOf = new int[2 * vertices];
        if (_borderNotes.Length < _near.Count) _borderNotes = new BorderNote[2 * _near.Count];
        _noteOf.AsSpan(0, vertices).Clear();
        _borderNotes.AsSpan(0, _near.Count).Clear();
        _notes.Clear();
        _cuts.Clear();
        _tally.Restart();
    }

    private bool FindCuts()
    {
        if (_edges.HasBands) return FindCutsByBand();
        ReadOnlySpan<PlaneBox> boxes = CollectionsMarshal.AsSpan(_boxes);
        if (_touched.Length < boxes.Length) _touched = new (int, uint)[2 * boxes.Length];
        Span<(int Border, uint Edges)> touched = _touched.AsSpan(0, boxes.Length);
        for (int block = 0; block < _edges.Blocks; block++)
        {
            EdgeBoxes edges = _edges.BoxesOf(_edges.Block(block));
            int count = 0;
            for (int i = 0; i < boxes.Length; i++)
            {
                // Written always, counted only where they touch: no branch to guess.
                uint near = edges.Touching(boxes[i]);
                touched[count] = (i, near);
                count += near == 0 ? 0 : 1;
            }
            count = LeaveOutApart(_edges.Block(block), touched[..count]);
            for (int i = 0; i < count; i++)
            {
                if (!Compare(_edges.Block(block), touched[i].Edges, touched[i].Border)) return false;
            }
        }
        return true;
    }

    /// <summary>
    /// Leaves out edges that do not meet the borders whose boxes they touch; again without a branch.
    /// </summary>
    private int LeaveOutApart(EdgeBlock block, Span<(int Border, uint Edges)> touched)
    {
        int kept = 0;
        foreach ((int border, uint near) in touched)
        {
            uint left = near & ~_edges.SurelyApart(block, _borders[_near[border]].Line);
            touched[kept] = (border, left);
            kept += left == 0 ? 0 : 1;
        }
        return kept;
    }

    private bool FindCutsByBand()
    {
        for (int i = 0; i < _near.Count; i++)
        {
            foreach (int block in _edges.BlocksNear(_boxes[i]))
            {
                EdgeBlock edges = _edges.Block(block);
                if (!Compare(edges, _edges.EdgesNear(edges, _boxes[i]), i)) return false;
            }
        }
        return true;
    }

    private bool Compare(EdgeBlock block, uint near, int i)
    {
        ref readonly BorderSegment s = ref _borders[_near[i]];
        for (; near != 0; near &= near - 1)
        {
            if (!Compare(block.Vertex + BitOperations.TrailingZeroCount(near), i, s)) return false;
        }
        return true;
    }

    /// <summary>
    /// Notes what an edge and a segment have in common: all, an end, a crossing, nothing; false for the rest.
    /// </summary>
    private bool Compare(int e, int i, in BorderSegment s)
    {
        AreaEdge edge = _edges[e];
        if (edge.X0 == edge.X1 && edge.Y0 == edge.Y1) return true;
        AreaEdge border = s.Line;
        var meeting = EdgeMeeting.Of(edge, border);
        if (meeting.HasCommonEnd)
        {
            ref EdgeNote note = ref NoteOf(e);
            note.StartsAtNode |= meeting.StartsAtEnd;
            note.EndsAtNode |= meeting.EndsAtEnd;
            _borderNotes[i].StartsAtNode |= meeting.OtherStartsAtEnd;
            _borderNotes[i].EndsAtNode |= meeting.OtherEndsAtEnd;
            if (meeting.Kind is EdgeMeetingKind.SameWay or EdgeMeetingKind.OtherWay)
            {
                note.Fixed = meeting.Kind == EdgeMeetingKind.SameWay ? s.Left : s.Right;
                _borderNotes[i].IsOnEdge = true;
            }
        }
        if (meeting.Kind == EdgeMeetingKind.Cross)
        {
            (double t, double u, double x, double y) = EdgeMeeting.PlaceOf(edge, border, _originX, _originY);
            NoteOf(e).HasCut = true;
            _cuts.Add(new BorderCut(e, i, t, u, x, y, meeting.ComesFromLeft));
        }
        return meeting.Kind != EdgeMeetingKind.Touch;
    }

    /// <summary>What is known of an edge, to be added to.</summary>
    private ref EdgeNote NoteOf(int e)
    {
        ref int place = ref _noteOf[e - _offset];
        if (place == 0)
        {
            _notes.Add(new EdgeNote { Edge = e, Fixed = Unknown });
            place = _notes.Count;
        }
        return ref CollectionsMarshal.AsSpan(_notes)[place - 1];
    }

    /// <summary>Adds the parcel's edges, each piece to the zone it lies in.</summary>
    private bool AddEdges(ParcelRings rings)
    {
        SmallSort.Sort<BorderCut, BorderCut.AlongEdges>(_cuts);
        SmallSort.Sort<EdgeNote, EdgeNote.ByEdge>(_notes);
        int cut = 0, note = 0, start = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            int end = start + length - 1, cutEnd = cut, noteEnd = note;
            while (cutEnd < _cuts.Count && _cuts[cutEnd].Edge < end) cutEnd++;
            while (noteEnd < _notes.Count && _notes[noteEnd].Edge < end) noteEnd++;
            ReadOnlySpan<BorderCut> cuts = CollectionsMarshal.AsSpan(_cuts)[cut..cutEnd];
            ReadOnlySpan<EdgeNote> notes = CollectionsMarshal.AsSpan(_notes)[note..noteEnd];
            if (length > 1 && !AddRing(start, end, notes, cuts)) return false;
            (cut, note, start) = (cutEnd, noteEnd, end + 1);
        }
        return true;
    }

    private bool AddRing(int start, int end, ReadOnlySpan<EdgeNote> notes, ReadOnlySpan<BorderCut> cuts)
    {
        int zone = ZoneBefore(start, end, notes, cuts), from = start, cut = 0;
        foreach (ref readonly EdgeNote note in notes)
        {
            if (!AddRun(zone, from, note.Edge)) return false;
            if (note.Fixed != Unknown) zone = note.Fixed;
            else if (note.StartsAtNode) zone = ZoneAhead(note.Edge);
            if (zone == Unknown) return false;
            AreaEdge edge = _edges[note.Edge];
            double x = edge.X0 - _originX, y = edge.Y0 - _originY;
            for (; cut < cuts.Length && cuts[cut].Edge == note.Edge; cut++)
            {
                ref readonly BorderCut at = ref cuts[cut];
                if (note.Fixed != Unknown || zone != From(at)) return false;
                _tally.Add(zone, x, y, at.X, at.Y);
                (x, y, zone) = (at.X, at.Y, To(at));
            }
            _tally.Add(zone, x, y, edge.X1 - _originX, edge.Y1 - _originY);
            from = note.Edge + 1;
            if (note.EndsAtNode) zone = Unknown;
        }
        return AddRun(zone, from, end);
    }

    /// <summary>Adds edges that no border meets; false where their zone is not known.</summary>
    private bool AddRun(int zone, int from, int to)
    {
        if (from >= to) return true;
        if (zone == Unknown) return _edges.HasNoLength(from, to);
        AreaEdge first = _edges[from], last = _edges[to - 1];
        _tally.Add(
            zone, _edges.TwiceArea(from, to, _originX, _originY), last.X1 - first.X0, last.Y1 - first.Y0);
        return true;
    }

    /// <summary>The zone in which a ring begins; unknown where its first vertex is one of a border.</summary>
    private int ZoneBefore(int start, int end, ReadOnlySpan<EdgeNote> notes, ReadOnlySpan<BorderCut> cuts)
    {
        if (notes.IsEmpty) return ZoneOfRun(_edges, start, end - 1);
        ref readonly EdgeNote first = ref notes[0];
        if (first.StartsAtNode && _edges.HasNoLength(start, first.Edge)) return Unknown;
        return first.HasCut ? From(cuts[0]) : ZoneOfRun(_edges, start, first.Edge);
    }

    private int From(in BorderCut cut)
    {
        ref readonly BorderSegment s = ref _borders[_near[cut.Border]];
        return cut.LeavesLeft ? s.Left : s.Right;
    }

    private int To(in BorderCut cut)
    {
        ref readonly BorderSegment s = ref _borders[_near[cut.Border]];
        return cut.LeavesLeft ? s.Right : s.Left;
    }

    /// <summary>The zone into which an edge leaves a vertex that borders have too.</summary>
    private int ZoneAhead(int e)
    {
        (double x, double y, double toX, double toY) = _edges[e];
        var fan = new VertexFan(x, y, toX, toY);
        int zone = Unknown;
        for (int i = 0; i < _near.Count; i++)
        {
            if (!_borderNotes[i].StartsAtNode && !_borderNotes[i].EndsAtNode) continue;
            ref readonly BorderSegment s = ref _borders[_near[i]];
            if (fan.IsAt(s.X0, s.Y0))
            {
                if (fan.TurnsFirst(s.X1, s.Y1)) zone = s.Right;
            }
            else if (fan.IsAt(s.X1, s.Y1))
            {
                if (fan.TurnsFirst(s.X0, s.Y0)) zone = s.Left;
            }
        }
        return zone;
    }

    /// <summary>Adds the borders inside the parcel, each to the zones on its sides.</summary>
    private bool AddBorders(ParcelRings rings)
    {
        SmallSort.Sort<BorderCut, BorderCut.AlongBorders>(_cuts);
        int cut = 0;
        bool wasInside = false;
        for (int i = 0; i < _near.Count; i++)
        {
            int end = cut;
            while (end < _cuts.Count && _cuts[end].Border == i) end++;
            if (_borderNotes[i].IsOnEdge)
            {
                if (end > cut) return false;
                continue;
            }
            ReadOnlySpan<BorderCut> cuts = CollectionsMarshal.AsSpan(_cuts)[cut..end];
            bool isInside = cuts.Length > 0 ? !cuts[0].LeavesLeft : IsInside(rings, i, wasInside);
            if (!AddBorder(_borders[_near[i]], cuts, ref isInside)) return false;
            (cut, wasInside) = (end, isInside);
        }
        return true;
    }

    private bool AddBorder(in BorderSegment s, ReadOnlySpan<BorderCut> cuts, ref bool isInside)
    {
        double x = s.X0 - _originX, y = s.Y0 - _originY;
        foreach (ref readonly BorderCut at in cuts)
        {
            if (isInside == at.LeavesLeft) return false;
            if (isInside) AddBothSides(s, x, y, at.X, at.Y);
            (x, y, isInside) = (at.X, at.Y, !isInside);
        }
        if (isInside) AddBothSides(s, x, y, s.X1 - _originX, s.Y1 - _originY);
        return true;
    }

    private void AddBothSides(in BorderSegment s, double ax, double ay, double bx, double by)
    {
        _tally.Add(s.Left, ax, ay, bx, by);
        _tally.Add(s.Right, bx, by, ax, ay);
    }

    /// <summary>Whether a segment that no edge crosses lies inside the parcel.</summary>
    private bool IsInside(ParcelRings rings, int i, bool wasInside)
    {
        ref readonly BorderSegment s = ref _borders[_near[i]];
        if (_borderNotes[i].StartsAtNode) return IsInsideAhead(s.X0, s.Y0, s.X1, s.Y1);
        if (_borderNotes[i].EndsAtNode) return IsInsideAhead(s.X1, s.Y1, s.X0, s.Y0);
        if (i > 0 && _near[i - 1] == _near[i] - 1 && !_borderNotes[i - 1].IsOnEdge)
        {
            ref readonly BorderSegment before = ref _borders[_near[i - 1]];
            if (before.X1 == s.X0 && before.Y1 == s.Y0) return wasInside;
        }
        return _edges.Contains(rings, s.X0, s.Y0);
    }

    /// <summary>Whether a segment leaves a vertex of the parcel into the parcel.</summary>
    private bool IsInsideAhead(double x, double y, double toX, double toY)
    {
        var fan = new VertexFan(x, y, toX, toY);
        bool isInside = false;
        foreach (int block in _edges.BlocksIn(_edges.Band(y)))
        {
            EdgeBlock edges = _edges.Block(block);
            for (uint near = _edges.EdgesNear(edges, new PlaneBox(x, y, x, y)); near != 0; near &= near - 1)
            {
                (double x0, double y0, double x1, double y1) =
                    _edges[edges.Vertex + BitOperations.TrailingZeroCount(near)];
                if (x0 == x1 && y0 == y1) continue;
                if (fan.IsAt(x0, y0))
                {
                    if (fan.TurnsFirst(x1, y1)) isInside = false;
                }
                else if (fan.IsAt(x1, y1))
                {
                    if (fan.TurnsFirst(x0, y0)) isInside = true;
                }
            }
        }
        return isInside;
    }
}

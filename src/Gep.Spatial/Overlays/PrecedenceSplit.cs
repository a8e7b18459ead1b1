using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Splits a parcel by several others that lie over it, which may overlap each other, and by the borders of
/// zones, without building a geometry.
/// </summary>
/// <remarks>
/// A face is the places of the parcel that lie under the same others and in the same zone; by Green's
/// theorem its area is the sum over the pieces of edges along it. What lies where is told at the beginning of
/// a run of edges and carried along it, over each crossing. Where that is not consistent, or a vertex lies
/// amid an edge, nothing is decided.
/// </remarks>
internal sealed class PrecedenceSplit(OverlayAreas areas)
{
    /// <summary>The edges of a face must close to this [m]: a few roundings of coordinates.</summary>
    private const double OpenMetres = 1e-6;

    /// <summary>Faces must add up to the parcel within this part of it [-].</summary>
    private const double ClosingShare = 1e-9;

    /// <summary>With more faces, looking for one costs more than cutting.</summary>
    private const int MostFaces = 512;

    private readonly SplitEdges _edges = new();
    private readonly SplitWinners _winners = new(areas);
    private readonly Stamps? _seen = areas.Grid is null ? null : new Stamps(areas.Grid.Segments.Count);
    private readonly List<int> _borders = [], _near = [], _atVertex = [];
    private readonly List<OwnerFan> _fans = [];
    private readonly List<SplitFace> _faces = [];
    private readonly ZoneTally _tally = new();
    private SplitFace[] _crossed = [];
    private double _originX, _originY;
    private int _parcel, _lastFace;
    private bool _byZones;
    private PlaneBox _box;

    // Of the edge that is followed: whether it runs in the parcel; what else lies over it there; its zone.
    private bool _isInside;
    private ulong _over;
    private int _zone;

    /// <summary>How many faces the last parcel has.</summary>
    public int Faces => _tally.Count;

    /// <summary>A face and its area [m²].</summary>
    public (SplitFace Face, double SquareMetres) this[int face] =>
        (_faces[_tally.ZoneOf(face)], _tally.SquareMetresOf(face));

    /// <summary>How many bits the winners have.</summary>
    public int Bits => _winners.Bits;

    /// <summary>Bit of a winner in faces.</summary>
    public int BitOf(int winner) => _winners.BitOf(winner);

    /// <summary>Splits a parcel; false where that needs a closer look than this one.</summary>
    /// <param name="parcel">Its rank.</param>
    /// <param name="winners">Ranks of what lies over it, in ascending order.</param>
    /// <param name="byZones">Zones matter; they must be a coverage.</param>
    public bool TrySplit(int parcel, ReadOnlySpan<int> winners, bool byZones)
    {
        double area = areas.Table.MeasureAgain(parcel, out _box);
        (_parcel, _byZones, _zone, _lastFace) = (parcel, byZones, 0, 0);
        _faces.Clear();
        _tally.Restart();
        if (!_winners.Take(winners)) return false;
        TakeEdges();
        if (!_edges.TryCompare()) return false;
        if (_crossed.Length < _edges.Crossings) _crossed = new SplitFace[2 * _edges.Crossings];
        for (int edge = 0; edge < _edges.Count; edge++)
        {
            if (!Follow(edge) || _faces.Count > MostFaces) return false;
        }
        return _tally.Closes(OpenMetres) && AddsUp(area);
    }

    private bool AddsUp(double area)
    {
        double miss = area;
        for (int i = 0; i < _tally.Count; i++)
        {
            if (_tally.SquareMetresOf(i) < -ZoneCutter.LeastPieceSquareMetres) return false;
            miss -= _tally.SquareMetresOf(i);
        }
        return Math.Abs(miss) <= Math.Max(ZoneCutter.LeastPieceSquareMetres, ClosingShare * area);
    }

    private void TakeEdges()
    {
        ParcelRings rings = areas.Table.Rings(_parcel);
        (_originX, _originY) = (rings.Xs[rings.Offset], rings.Ys[rings.Offset]);
        _edges.Restart(_originX, _originY);
        AddEdges(_parcel, SplitEdge.Parcel);
        for (int i = 0; i < _winners.Count; i++)
            AddEdges(_winners[i], _winners.BitOf(i));
        if (!_byZones) return;
        areas.Grid!.FindSegments(areas.Table.RowOf(_parcel).Box, _seen!, _borders);
        foreach (int border in _borders)
        {
            if (!areas.Grid.Segments.IsNear(border, _box)) continue;
            (double x0, double y0, double x1, double y1, int left, int right) = areas.Grid.Segments[border];
            _edges.Add(new SplitEdge(x0, y0, x1, y1, SplitEdge.Zones, left, right));
        }
    }

    private void AddEdges(int rank, int owner)
    {
        ParcelRings rings = areas.Table.Rings(rank);
        areas.FindEdges(rank, _box, _near);
        foreach (int i in _near)
        {
            _edges.Add(new SplitEdge(
                rings.Xs[i], rings.Ys[i], rings.Xs[i + 1], rings.Ys[i + 1], owner, 0, 0));
        }
    }

    /// <summary>Follows an edge and adds its pieces to the faces on its sides.</summary>
    private bool Follow(int i)
    {
        ref readonly SplitEdge edge = ref _edges[i];
        ref readonly SplitNote note = ref _edges.NoteOf(i);
        bool follows = i > 0 && edge.Follows(_edges[i - 1]);
        if (!follows || note.StartsAtNode) Begin(i, follows);
        double x = edge.X0 - _originX, y = edge.Y0 - _originY;
        foreach (ref readonly SplitCut cut in _edges.CutsOf(i))
        {
            if (edge.Owner == SplitEdge.Parcel) _crossed[cut.Crossing] = FaceOn(edge, note, isLeft: true);
            if (_edges.NoteOf(cut.Other).IsCovered) continue;
            if (_isInside) Add(edge, note, x, y, cut.X, cut.Y);
            if (!Cross(cut)) return false;
            (x, y) = (cut.X, cut.Y);
        }
        if (_isInside) Add(edge, note, x, y, edge.X1 - _originX, edge.Y1 - _originY);
        return true;
    }

    private bool Cross(in SplitCut cut)
    {
        ref readonly SplitEdge other = ref _edges[cut.Other];
        if (other.Owner == SplitEdge.Parcel)
        {
            if (_isInside != cut.FromLeft) return false;
            _isInside = !cut.FromLeft;
            (_over, _zone) = _crossed[cut.Crossing];
            return true;
        }
        if (!_isInside) return true;
        ref readonly SplitNote otherNote = ref _edges.NoteOf(cut.Other);
        ulong left = other.Bit | otherNote.Same, right = otherNote.Opposite;
        ulong here = cut.FromLeft ? left : right, there = cut.FromLeft ? right : left;
        if ((_over & (here | there)) != here) return false;
        _over = _over & ~here | there;
        if (other.Owner != SplitEdge.Zones && !otherNote.HasZones) return true;
        (int zoneLeft, int zoneRight) = ZonesOn(other, otherNote);
        if (_zone != (cut.FromLeft ? zoneLeft : zoneRight)) return false;
        _zone = cut.FromLeft ? zoneRight : zoneLeft;
        return true;
    }

    private void Add(in SplitEdge edge, in SplitNote note, double ax, double ay, double bx, double by)
    {
        if (note.IsCovered) return;
        _tally.Add(NumberOf(FaceOn(edge, note, isLeft: true)), ax, ay, bx, by);
        if (edge.Owner == SplitEdge.Parcel) return;
        _tally.Add(NumberOf(FaceOn(edge, note, isLeft: false)), bx, by, ax, ay);
    }

    private SplitFace FaceOn(in SplitEdge edge, in SplitNote note, bool isLeft)
    {
        ulong others = _over & ~(edge.Bit | note.Same | note.Opposite);
        ulong over = others | (isLeft ? edge.Bit | note.Same : note.Opposite);
        (int left, int right) = edge.Owner == SplitEdge.Zones || note.HasZones ? ZonesOn(edge, note)
            : (_zone, _zone);
        return new SplitFace(over, isLeft ? left : right);
    }

    private static (int Left, int Right) ZonesOn(in SplitEdge edge, in SplitNote note) =>
        note.HasZones ? (note.ZoneLeft, note.ZoneRight) : (edge.Left, edge.Right);

    private int NumberOf(in SplitFace face)
    {
        if (_lastFace < _faces.Count && _faces[_lastFace] == face) return _lastFace;
        _lastFace = _faces.IndexOf(face);
        if (_lastFace < 0)
        {
            _lastFace = _faces.Count;
            _faces.Add(face);
        }
        return _lastFace;
    }

    /// <summary>Finds out where an edge begins: what of it is known from the edge before is kept.</summary>
    private void Begin(int i, bool follows)
    {
        ref readonly SplitEdge edge = ref _edges[i];
        double x = edge.X0, y = edge.Y0;
        bool isNear = x >= _box.MinX & x <= _box.MaxX & y >= _box.MinY & y <= _box.MaxY;
        bool isKnown = follows && _isInside;
        if (isNear) TakeFans(edge);
        _isInside = isNear && BeginsInside(edge, follows);
        if (!_isInside) return;
        if (!isKnown) _over = _winners.Over(x, y);
        bool isZoneKnown = isKnown || !_byZones || edge.Owner == SplitEdge.Zones;
        foreach (ref readonly OwnerFan fan in CollectionsMarshal.AsSpan(_fans))
        {
            if (fan.Owner < SplitEdge.MostWinners)
                _over = fan.IsLeft ? _over | 1UL << fan.Owner : _over & ~(1UL << fan.Owner);
            if (fan.Owner == SplitEdge.Zones) (_zone, isZoneKnown) = (fan.Zone, true);
        }
        if (!isZoneKnown) _zone = areas.Grid!.ZoneAt(x, y, _seen!);
    }

    private bool BeginsInside(in SplitEdge edge, bool follows)
    {
        if (edge.Owner == SplitEdge.Parcel) return true;
        foreach (ref readonly OwnerFan fan in CollectionsMarshal.AsSpan(_fans))
        {
            if (fan.Owner == SplitEdge.Parcel) return fan.IsLeft;
        }
        return follows ? _isInside : areas.Contains(_parcel, edge.X0, edge.Y0);
    }

    /// <summary>Turns through the edges of each other owner that meet where an edge begins.</summary>
    private void TakeFans(in SplitEdge edge)
    {
        _fans.Clear();
        _edges.FindAt(edge.X0, edge.Y0, _atVertex);
        foreach (int j in _atVertex)
        {
            ref readonly SplitEdge other = ref _edges[j];
            if (other.Owner == edge.Owner || !other.EndsAt(edge.X0, edge.Y0)) continue;
            int at = 0;
            while (at < _fans.Count && _fans[at].Owner != other.Owner) at++;
            if (at == _fans.Count) _fans.Add(new OwnerFan(other.Owner, edge));
            CollectionsMarshal.AsSpan(_fans)[at].Take(other);
        }
    }
}

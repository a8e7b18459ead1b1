using System.Numerics;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The edges in the hot cells of a tile, and where those of two parcels cross; made for reuse.
/// </summary>
/// <remarks>
/// Told by exact orientation tests; only the coordinates of crossings are rounded. Of parcels whose edges
/// touch in another way than by common vertices nothing is certain.
/// </remarks>
internal sealed class CellEdges(OverlapCells cells, bool[] isUncertain, List<RingEvent> events)
{
    private const int Lanes = 8;
    private const uint AllLanes = (1u << Lanes) - 1;
    private const int CellsOfTile = OverlapCells.TileCells * OverlapCells.TileCells;

    /// <summary>Edges of a cell with more than this are sorted.</summary>
    private const int ManyEdges = 256;

    /// <summary>Parcels that lie through each other all over are cut one by one.</summary>
    private const int MostEventsPerEdge = 16, FewEvents = 4096, MostEntries = 1 << 20;

    private readonly int[] _firstOfCell = new int[CellsOfTile + 1], _nextOfCell = new int[CellsOfTile];
    private Edge[] _edges = new Edge[64];
    private (int Cell, int Edge)[] _entries = new (int, int)[64];
    private double[] _x0 = [], _y0 = [], _x1 = [], _y1 = [];
    private int[] _owners = [], _order = [];
    private double[] _keys = [];
    private int _count, _entryCount, _west, _south;
    private readonly ulong[] _hot = new ulong[OverlapCells.TileCells];
    private readonly ulong[] _unchecked = new ulong[OverlapCells.TileCells];

    /// <summary>Whether the ring begins in a hot cell of the tile.</summary>
    public bool BeginsInHot { get; private set; }

    /// <summary>Whether it comes through a cell of the tile that is not hot.</summary>
    public bool HasCold { get; private set; }

    /// <summary>Whether all edges that were added lie in the tile.</summary>
    public bool IsWithin { get; private set; }

    /// <summary>Begins a tile; false where it has no hot cell.</summary>
    /// <param name="west">Column of its first cell.</param>
    /// <param name="south">Row of its first cell.</param>
    public bool TryRestart(int west, int south)
    {
        (_west, _south, _count, _entryCount) = (west, south, 0, 0);
        ulong any = 0;
        for (int row = 0; row < OverlapCells.TileCells; row++)
        {
            ulong hot = cells.HotCells(south + row, west);
            any |= hot;
            _hot[row] = hot;
            _unchecked[row] = hot & ~cells.CheckedCells(south + row, west);
        }
        if (any != 0) _firstOfCell.AsSpan().Clear();
        return any != 0;
    }

    /// <summary>Whether the box of a parcel of the tile touches a hot cell.</summary>
    public bool MayTouch(in Vector128<float> box) => cells.Touches(box, _west, _south, _hot);

    /// <summary>Begins a ring.</summary>
    public void BeginRing() => (BeginsInHot, HasCold, IsWithin) = (false, false, true);

    /// <summary>Adds edges of the ring, those of them that touch hot cells of the tile.</summary>
    /// <param name="rings">The rings of its parcel.</param>
    /// <param name="stretch">The edges.</param>
    /// <param name="passages">
    /// Takes the vertices with which they begin, in hot cells that were not looked at before.
    /// </param>
    public void Add(ParcelRings rings, in RingStretch stretch, VertexGroups passages)
    {
        Span<long> wests = stackalloc long[Lanes], easts = stackalloc long[Lanes];
        Span<long> souths = stackalloc long[Lanes], norths = stackalloc long[Lanes];
        Span<long> columns = stackalloc long[Lanes], rows = stackalloc long[Lanes];
        Vector512<long> end = Vector512.Create(OverlapCells.TileCells - 1L), zero = Vector512<long>.Zero;
        for (int i = stretch.From; i < stretch.To; i += Lanes)
        {
            ref double x = ref rings.Xs[i], y = ref rings.Ys[i];
            Vector512<long> column = Columns(Vector512.LoadUnsafe(ref x));
            Vector512<long> row = Rows(Vector512.LoadUnsafe(ref y));
            Vector512<long> toColumn = Columns(Vector512.LoadUnsafe(ref x, 1));
            Vector512<long> toRow = Rows(Vector512.LoadUnsafe(ref y, 1));
            Vector512<long> west = Vector512.Max(Vector512.Min(column, toColumn), zero);
            Vector512<long> east = Vector512.Min(Vector512.Max(column, toColumn), end);
            Vector512<long> south = Vector512.Max(Vector512.Min(row, toRow), zero);
            Vector512<long> north = Vector512.Min(Vector512.Max(row, toRow), end);
            uint near = ~(uint)(Vector512.GreaterThan(west, east) | Vector512.GreaterThan(south, north))
                .ExtractMostSignificantBits() & (AllLanes >> Math.Max(0, i + Lanes - stretch.To));
            uint within = (uint)Vector512.Equals(column | row, (column | row) & end)
                .ExtractMostSignificantBits();
            IsWithin &= (near & ~within) == 0 && near != 0;
            if (near == 0) continue;
            west.CopyTo(wests);
            east.CopyTo(easts);
            south.CopyTo(souths);
            north.CopyTo(norths);
            column.CopyTo(columns);
            row.CopyTo(rows);
            for (; near != 0; near &= near - 1)
            {
                int lane = BitOperations.TrailingZeroCount(near);
                if ((within >> lane & 1) != 0)
                {
                    int at = (int)columns[lane], height = (int)rows[lane];
                    bool isHot = (_hot[height] >> at & 1) != 0;
                    HasCold |= !isHot;
                    if (i + lane == stretch.Ring) BeginsInHot = isHot;
                    if ((_unchecked[height] >> at & 1) != 0)
                        passages.Add(rings, stretch, i + lane);
                }
                (int from, int to) = ((int)souths[lane], (int)norths[lane]);
                ulong hot = _hot[from] | _hot[to];
                for (int k = from + 1; k < to; k++) hot |= _hot[k];
                (int first, int last) = ((int)wests[lane], (int)easts[lane]);
                if ((hot & OverlapCells.Between(first, last)) != 0)
                    AddEdge(stretch.Parcel, rings, i + lane, (first, from, last, to));
            }
        }
    }

    /// <summary>Whether so much lies over each other in the tile that nothing is to be found out of it.
    /// </summary>
    public bool IsCrowded => _entryCount > MostEntries
        || events.Count > FewEvents + MostEventsPerEdge * _count;

    /// <summary>Finds the crossings in all cells of the tile, unless it is crowded.</summary>
    public void FindCrossings()
    {
        SortIntoCells();
        for (int cell = 0; cell < CellsOfTile; cell++)
        {
            int start = _firstOfCell[cell], end = _firstOfCell[cell + 1];
            if (end - start > ManyEdges) SortByX(start, end);
            for (int i = start; i + 1 < end; i++) Compare(i, end, cell);
            if (IsCrowded) return;
        }
    }

    private Vector512<long> Columns(Vector512<double> x) =>
        cells.ColumnsOf(x) - Vector512.Create((long)_west);

    private Vector512<long> Rows(Vector512<double> y) => cells.RowsOf(y) - Vector512.Create((long)_south);

    private void AddEdge(
        int parcel, ParcelRings rings, int vertex, (int West, int South, int East, int North) near)
    {
        int before = _entryCount;
        var edge = new AreaEdge(
            rings.Xs[vertex], rings.Ys[vertex], rings.Xs[vertex + 1], rings.Ys[vertex + 1]);
        bool isLong = OverlapCells.AreMany(near);
        for (int row = near.South; row <= near.North; row++)
        {
            (int from, int to) = (near.West, near.East);
            if (isLong)
            {
                (from, to) = cells.Columns(edge, row + _south, near.West + _west, near.East + _west);
                (from, to) = (from - _west, to - _west);
            }
            ulong hot = _hot[row] & OverlapCells.Between(from, to);
            for (; hot != 0; hot &= hot - 1)
            {
                int cell = row << OverlapCells.TileBits | BitOperations.TrailingZeroCount(hot);
                if (_entryCount == _entries.Length) Array.Resize(ref _entries, 2 * _entryCount);
                _entries[_entryCount++] = (cell, _count);
                _firstOfCell[cell + 1]++;
            }
        }
        if (_entryCount == before) return;
        if (_count == _edges.Length) Array.Resize(ref _edges, 2 * _count);
        _edges[_count++] = new Edge(edge, parcel, vertex);
    }

    private void SortIntoCells()
    {
        if (_x0.Length < _entryCount + Lanes)
        {
            int size = 2 * _entryCount + Lanes;
            (_x0, _y0, _x1, _y1) = (new double[size], new double[size], new double[size], new double[size]);
            (_owners, _order) = (new int[size], new int[size]);
        }
        for (int cell = 0; cell < CellsOfTile; cell++)
        {
            _nextOfCell[cell] = _firstOfCell[cell];
            _firstOfCell[cell + 1] += _firstOfCell[cell];
        }
        foreach ((int cell, int edge) in _entries.AsSpan(0, _entryCount)) Put(_nextOfCell[cell]++, edge);
    }

    private void SortByX(int start, int end)
    {
        if (_keys.Length < end) _keys = new double[2 * end];
        for (int i = start; i < end; i++) _keys[i] = Math.Min(_x0[i], _x1[i]);
        Array.Sort(_keys, _order, start, end - start);
        for (int i = start; i < end; i++) Put(i, _order[i]);
    }

    private void Put(int place, int edge)
    {
        ref readonly Edge e = ref _edges[edge];
        (_x0[place], _y0[place], _x1[place], _y1[place]) = e.Line;
        (_owners[place], _order[place]) = (e.Parcel, edge);
    }

    private void Compare(int i, int end, int cell)
    {
        double x0 = _x0[i], y0 = _y0[i], x1 = _x1[i], y1 = _y1[i], maxX = Math.Max(x0, x1);
        bool isSorted = end - _firstOfCell[cell] > ManyEdges;
        Vector512<double> ax = Vector512.Create(x0), ay = Vector512.Create(y0);
        Vector512<double> bx = Vector512.Create(x1), by = Vector512.Create(y1);
        Vector512<double> minX = Vector512.MinNative(ax, bx), maximumX = Vector512.MaxNative(ax, bx);
        Vector512<double> minY = Vector512.MinNative(ay, by), maxY = Vector512.MaxNative(ay, by);
        Vector256<int> owner = Vector256.Create(_owners[i]);
        for (int block = i + 1; block < end; block += Lanes)
        {
            Vector512<double> cx = Vector512.LoadUnsafe(ref _x0[block]);
            Vector512<double> cy = Vector512.LoadUnsafe(ref _y0[block]);
            Vector512<double> dx = Vector512.LoadUnsafe(ref _x1[block]);
            Vector512<double> dy = Vector512.LoadUnsafe(ref _y1[block]);
            Vector512<double> far = Vector512.GreaterThan(Vector512.MinNative(cx, dx), maximumX)
                | Vector512.LessThan(Vector512.MaxNative(cx, dx), minX)
                | Vector512.GreaterThan(Vector512.MinNative(cy, dy), maxY)
                | Vector512.LessThan(Vector512.MaxNative(cy, dy), minY);
            uint near = ~(uint)far.ExtractMostSignificantBits();
            near &= AllLanes >> Math.Max(0, block + Lanes - end);
            if (near != 0)
            {
                near &= ~Vector256.Equals(Vector256.LoadUnsafe(ref _owners[block]), owner)
                    .ExtractMostSignificantBits();
                Vector512<double> meets = Vector512.Equals(ax, cx) & Vector512.Equals(ay, cy)
                    | Vector512.Equals(ax, dx) & Vector512.Equals(ay, dy)
                    | Vector512.Equals(bx, cx) & Vector512.Equals(by, cy)
                    | Vector512.Equals(bx, dx) & Vector512.Equals(by, dy);
                near &= ~(uint)meets.ExtractMostSignificantBits();
                if (near == 0) continue;
                near &= ~EdgeMeeting.SurelyApart(ax, ay, bx, by, cx, cy, dx, dy);
                for (; near != 0; near &= near - 1)
                    Cross(_order[i], _order[block + BitOperations.TrailingZeroCount(near)], cell);
            }
            else if (isSorted && Math.Min(_x0[block], _x1[block]) > maxX) return;
        }
    }

    private void Cross(int one, int other, int cell)
    {
        // Always in the same order, since crossings are rounded and found in several cells.
        if (_edges[one].Parcel > _edges[other].Parcel) (one, other) = (other, one);
        ref readonly Edge first = ref _edges[one], second = ref _edges[other];
        AreaEdge e = first.Line, s = second.Line;
        EdgeMeeting meeting = EdgeMeeting.OfOwnEnds(e, s);
        if (meeting.Kind == EdgeMeetingKind.Apart) return;
        if (meeting.Kind == EdgeMeetingKind.Touch)
        {
            isUncertain[first.Parcel] = isUncertain[second.Parcel] = true;
            return;
        }
        (double t, double u, double x, double y) = EdgeMeeting.PlaceOf(e, s, cells.OriginX, cells.OriginY);
        if (!IsHere(x + cells.OriginX, y + cells.OriginY, e, s, cell)) return;
        bool enters = !meeting.ComesFromLeft;
        events.Add(new RingEvent(first.Parcel, first.Vertex, second.Parcel, enters, t, x, y));
        events.Add(new RingEvent(second.Parcel, second.Vertex, first.Parcel, !enters, u, x, y));
    }

    /// <summary>
    /// Whether a crossing counts in a cell of the tile; it does in one of those that have both edges.
    /// </summary>
    private bool IsHere(double x, double y, in AreaEdge e, in AreaEdge s, int cell)
    {
        // Rounding may have carried it beyond an end of an edge, and so into a cell that has it not.
        x = Math.Clamp(
            x, Math.Max(Math.Min(e.X0, e.X1), Math.Min(s.X0, s.X1)),
            Math.Min(Math.Max(e.X0, e.X1), Math.Max(s.X0, s.X1)));
        y = Math.Clamp(
            y, Math.Max(Math.Min(e.Y0, e.Y1), Math.Min(s.Y0, s.Y1)),
            Math.Min(Math.Max(e.Y0, e.Y1), Math.Max(s.Y0, s.Y1)));
        return cells.Row(y) - _south == cell >> OverlapCells.TileBits
            && cells.Column(x) - _west == (cell & (OverlapCells.TileCells - 1));
    }

    private readonly record struct Edge(AreaEdge Line, int Parcel, int Vertex);
}

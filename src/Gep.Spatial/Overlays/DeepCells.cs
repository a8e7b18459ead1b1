using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The cells of a grid in which two parcels of a table may overlap; beyond them no two do.
/// </summary>
/// <remarks>
/// How many parcels lie over a place changes only across edges. Where neighbours share one it does not
/// change: one parcel ends there, and one begins. So the count is the same all over a cell that no unshared
/// edge touches, and is found by counting such edges from the west.
/// </remarks>
internal sealed class DeepCells
{
    private const int CellsPerParcelSide = 2, MostPerSide = 2048;

    /// <summary>From so many cells around an edge, those beside it are left out row by row.</summary>
    private const int ManyCells = 64;

    /// <summary>Far more than coordinates are rounded by, as a part of the height of a row [-].</summary>
    private const double RowMargin = 1e-3;

    private readonly PlaneBox _box;
    private readonly int _side;
    private readonly double _cellsPerMetreX, _cellsPerMetreY;

    /// <summary>Column of the first deep cell of the row at or east of a cell.</summary>
    private readonly ushort[] _nextDeep;

    /// <param name="table">The parcels.</param>
    /// <param name="options">Threads and cancellation.</param>
    public DeepCells(ParcelTable table, OverlayOptions options)
    {
        _box = PlaneBox.Empty;
        for (int parcel = 0; parcel < table.Count; parcel++) _box = _box.Around(table.RoughBoxOf(parcel));
        _side = Math.Clamp(CellsPerParcelSide * (int)Math.Sqrt(table.Count), 1, MostPerSide);
        _cellsPerMetreX = _side / (_box.MaxX - _box.MinX);
        _cellsPerMetreY = _side / (_box.MaxY - _box.MinY);
        _nextDeep = new ushort[_side * _side];
        var changes = new int[_side * _side];
        var isTouched = new bool[_side * _side];
        var tiles = new EdgeTiles(table, _box);
        Parallel.For(
            0,
            tiles.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = options.CancellationToken,
            },
            () => (Twins: new EdgeTwins(), Unshared: new List<(AreaEdge Edge, int Times)>()),
            (tile, _, room) =>
            {
                room.Unshared.Clear();
                tiles.Fill(tile, room.Twins);
                room.Twins.AddUnsharedTo(room.Unshared);
                foreach ((AreaEdge edge, int times) in room.Unshared) Note(edge, times, changes, isTouched);
                return room;
            },
            _ => { });
        for (int row = 0; row < _side; row++) Count(row, changes, isTouched);
    }

    /// <summary>Box around all parcels.</summary>
    public PlaneBox Box => _box;

    /// <summary>Whether parcels may overlap in a box.</summary>
    public bool MayOverlap(in PlaneBox box)
    {
        int west = Column(box.MinX), east = Column(box.MaxX), north = Row(box.MaxY);
        for (int row = Row(box.MinY); row <= north; row++)
        {
            if (_nextDeep[row * _side + west] <= east) return true;
        }
        return false;
    }

    private void Count(int row, int[] changes, bool[] isTouched)
    {
        int count = 0, first = row * _side;
        for (int cell = first; cell < first + _side; cell++)
        {
            count += changes[cell];
            isTouched[cell] |= count > 1;
        }
        ushort next = ushort.MaxValue;
        for (int column = _side - 1; column >= 0; column--)
        {
            if (isTouched[first + column]) next = (ushort)column;
            _nextDeep[first + column] = next;
        }
    }

    /// <summary>Notes the cells that an edge touches, and where it changes the count of a row.</summary>
    private void Note(in AreaEdge edge, int times, int[] changes, bool[] isTouched)
    {
        double minX = Math.Min(edge.X0, edge.X1), maxX = Math.Max(edge.X0, edge.X1);
        double minY = Math.Min(edge.Y0, edge.Y1), maxY = Math.Max(edge.Y0, edge.Y1);
        int west = Column(minX), east = Column(maxX), south = Row(minY), north = Row(maxY);
        bool isLong = (long)(east - west + 1) * (north - south + 1) >= ManyCells;
        for (int row = south; row <= north; row++)
        {
            (int from, int to) = isLong ? Columns(edge, row, west, east) : (west, east);
            isTouched.AsSpan(row * _side + from, to - from + 1).Fill(true);
            double middle = _box.MinY + (row + 0.5) / _cellsPerMetreY;
            if (edge.Y0 <= middle == edge.Y1 <= middle) continue;
            int column = Column(Math.Clamp(XAt(edge, middle), minX, maxX));
            // Parcels lie on the left of their edges: upwards it ends, seen from the west.
            int change = edge.Y1 > edge.Y0 ? -times : times;
            if (column + 1 < _side) Interlocked.Add(ref changes[row * _side + column + 1], change);
        }
    }

    /// <summary>The columns that an edge may touch in a row, with one more on either side.</summary>
    private (int From, int To) Columns(in AreaEdge edge, int row, int west, int east)
    {
        double low = XAt(edge, _box.MinY + (row - RowMargin) / _cellsPerMetreY);
        double high = XAt(edge, _box.MinY + (row + 1 + RowMargin) / _cellsPerMetreY);
        int from = Math.Max(west, Column(Math.Min(low, high)) - 1);
        int to = Math.Min(east, Column(Math.Max(low, high)) + 1);
        return from <= to ? (from, to) : (west, east);
    }

    /// <summary>x of the line through an edge at a height, which may lie beyond the edge.</summary>
    private static double XAt(in AreaEdge edge, double y) => edge.Y0.Equals(edge.Y1)
        ? edge.X0
        : edge.X0 + (y - edge.Y0) / (edge.Y1 - edge.Y0) * (edge.X1 - edge.X0);

    private int Column(double x) =>
        Math.Clamp(unchecked((int)((x - _box.MinX) * _cellsPerMetreX)), 0, _side - 1);

    private int Row(double y) =>
        Math.Clamp(unchecked((int)((y - _box.MinY) * _cellsPerMetreY)), 0, _side - 1);
}

using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The parcels of a table by place, to find those whose boxes overlap.</summary>
internal sealed class ParcelGrid
{
    /// <summary>A parcel that covers more cells than this is looked at for every query instead.</summary>
    private const long MostCellsOfAParcel = 1024;

    private const int MostCellsPerSide = 2048;

    private readonly ParcelTable _table;
    private readonly int _side;
    private readonly double _minX, _minY, _cellsPerMetreX, _cellsPerMetreY;
    private readonly int[] _first, _parcels;
    private readonly List<int> _wide = [];

    public ParcelGrid(ParcelTable table)
    {
        _table = table;
        _side = Math.Clamp((int)Math.Sqrt(table.Count), 1, MostCellsPerSide);
        double maxX = double.MinValue, maxY = double.MinValue;
        (_minX, _minY) = (double.MaxValue, double.MaxValue);
        for (int parcel = 0; parcel < table.Count; parcel++)
        {
            PlaneBox box = table.RoughBoxOf(parcel);
            (_minX, _minY) = (Math.Min(_minX, box.MinX), Math.Min(_minY, box.MinY));
            (maxX, maxY) = (Math.Max(maxX, box.MaxX), Math.Max(maxY, box.MaxY));
        }
        _cellsPerMetreX = _side / (maxX - _minX);
        _cellsPerMetreY = _side / (maxY - _minY);
        _first = new int[_side * _side + 1];
        for (int parcel = 0; parcel < table.Count; parcel++)
        {
            if (CellsOf(parcel) > MostCellsOfAParcel) _wide.Add(parcel);
            else ForEachCell(parcel, cell => _first[cell + 1]++);
        }
        for (int cell = 0; cell < _side * _side; cell++) _first[cell + 1] += _first[cell];
        _parcels = new int[_first[^1]];
        int[] next = [.. _first];
        for (int parcel = 0; parcel < table.Count; parcel++)
        {
            int one = parcel;
            if (CellsOf(parcel) <= MostCellsOfAParcel) ForEachCell(parcel, cell =>
                _parcels[next[cell]++] = one);
        }
    }

    /// <summary>
    /// Fills the list with the parcels of a lower index whose rough boxes overlap that of the given one, in
    /// ascending order.
    /// </summary>
    public void FindLower(int parcel, List<int> found)
    {
        found.Clear();
        PlaneBox box = _table.RoughBoxOf(parcel);
        int west = Column(box.MinX), south = Row(box.MinY);
        foreach (int other in _wide)
        {
            if (other < parcel && box.Overlaps(_table.RoughBoxOf(other))) found.Add(other);
        }
        for (int row = south; row <= Row(box.MaxY); row++)
        {
            for (int column = west; column <= Column(box.MaxX); column++)
            {
                int cell = row * _side + column;
                for (int k = _first[cell]; k < _first[cell + 1] && _parcels[k] < parcel; k++)
                {
                    PlaneBox other = _table.RoughBoxOf(_parcels[k]);
                    if (!box.Overlaps(other)) continue;
                    // Of all cells that both have, the one that holds the corner of their common box counts.
                    bool isCorner = column == Math.Max(west, Column(other.MinX))
                        && row == Math.Max(south, Row(other.MinY));
                    if (isCorner) found.Add(_parcels[k]);
                }
            }
        }
        found.Sort();
    }

    private long CellsOf(int parcel)
    {
        PlaneBox box = _table.RoughBoxOf(parcel);
        return (Column(box.MaxX) - Column(box.MinX) + 1L) * (Row(box.MaxY) - Row(box.MinY) + 1L);
    }

    private void ForEachCell(int parcel, Action<int> visit)
    {
        PlaneBox box = _table.RoughBoxOf(parcel);
        for (int row = Row(box.MinY); row <= Row(box.MaxY); row++)
        {
            for (int column = Column(box.MinX); column <= Column(box.MaxX); column++)
                visit(row * _side + column);
        }
    }

    private int Column(double x) => Math.Clamp(unchecked((int)((x - _minX) * _cellsPerMetreX)), 0, _side - 1);

    private int Row(double y) => Math.Clamp(unchecked((int)((y - _minY) * _cellsPerMetreY)), 0, _side - 1);
}

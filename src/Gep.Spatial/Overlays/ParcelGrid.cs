using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The parcels of a table that others may overlap, by place.</summary>
internal sealed class ParcelGrid
{
    /// <summary>A parcel that covers more cells than this is looked at for every query instead.</summary>
    private const long MostCellsOfAParcel = 1024;

    private const int MostCellsPerSide = 2048;

    private readonly ParcelTable _table;
    private readonly DeepCells _deep;
    private readonly int _side;
    private readonly PlaneBox _box;
    private readonly double _cellsPerMetreX, _cellsPerMetreY;
    private readonly int[] _first, _parcels;
    private readonly List<int> _wide = [];

    /// <param name="table">The parcels.</param>
    /// <param name="options">Threads and cancellation.</param>
    public ParcelGrid(ParcelTable table, OverlayOptions options)
    {
        _table = table;
        _deep = new DeepCells(table, options);
        _side = Math.Clamp((int)Math.Sqrt(table.Count), 1, MostCellsPerSide);
        _box = _deep.Box;
        _cellsPerMetreX = _side / (_box.MaxX - _box.MinX);
        _cellsPerMetreY = _side / (_box.MaxY - _box.MinY);
        List<int> near = [];
        _first = new int[_side * _side + 1];
        for (int parcel = 0; parcel < table.Count; parcel++)
        {
            PlaneBox box = table.RoughBoxOf(parcel);
            if (!_deep.MayOverlap(box)) continue;
            if (CellsOf(box) > MostCellsOfAParcel)
            {
                _wide.Add(parcel);
                continue;
            }
            near.Add(parcel);
            for (int row = Row(box.MinY); row <= Row(box.MaxY); row++)
            {
                for (int column = Column(box.MinX); column <= Column(box.MaxX); column++)
                    _first[row * _side + column + 1]++;
            }
        }
        for (int cell = 0; cell < _side * _side; cell++) _first[cell + 1] += _first[cell];
        _parcels = new int[_first[^1]];
        int[] next = [.. _first];
        foreach (int parcel in near)
        {
            PlaneBox box = table.RoughBoxOf(parcel);
            for (int row = Row(box.MinY); row <= Row(box.MaxY); row++)
            {
                for (int column = Column(box.MinX); column <= Column(box.MaxX); column++)
                    _parcels[next[row * _side + column]++] = parcel;
            }
        }
    }

    /// <summary>
    /// Fills the list with the parcels of a lower index that may overlap the given one, in ascending order.
    /// </summary>
    public void FindLower(int parcel, List<int> found)
    {
        found.Clear();
        PlaneBox box = _table.RoughBoxOf(parcel);
        if (!_deep.MayOverlap(box)) return;
        int west = Column(box.MinX), south = Row(box.MinY);
        foreach (int other in _wide)
        {
            if (other < parcel && MayOverlap(box, _table.RoughBoxOf(other))) found.Add(other);
        }
        for (int row = south; row <= Row(box.MaxY); row++)
        {
            for (int column = west; column <= Column(box.MaxX); column++)
            {
                int cell = row * _side + column;
                for (int k = _first[cell]; k < _first[cell + 1] && _parcels[k] < parcel; k++)
                {
                    PlaneBox other = _table.RoughBoxOf(_parcels[k]);
                    // Of all cells that both have, the one that holds the corner of their common box counts.
                    bool isCorner = column == Math.Max(west, Column(other.MinX))
                        && row == Math.Max(south, Row(other.MinY));
                    if (isCorner && MayOverlap(box, other)) found.Add(_parcels[k]);
                }
            }
        }
        found.Sort();
    }

    private bool MayOverlap(in PlaneBox one, in PlaneBox other) =>
        one.Overlaps(other) && _deep.MayOverlap(one.Common(other));

    private long CellsOf(in PlaneBox box) =>
        (Column(box.MaxX) - Column(box.MinX) + 1L) * (Row(box.MaxY) - Row(box.MinY) + 1L);

    private int Column(double x) =>
        Math.Clamp(unchecked((int)((x - _box.MinX) * _cellsPerMetreX)), 0, _side - 1);

    private int Row(double y) =>
        Math.Clamp(unchecked((int)((y - _box.MinY) * _cellsPerMetreY)), 0, _side - 1);
}

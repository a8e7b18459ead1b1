using System.Runtime.CompilerServices;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>
/// A grid over a coverage of zones: a cell that no border touches knows its zone, the others list the border
/// segments in them. Most parcels are settled by it without a look at a border.
/// </summary>
internal sealed class ZoneGrid
{
    private readonly int _columns, _rows;
    private readonly double _minX, _minY, _cellsPerMetreX, _cellsPerMetreY;

    /// <summary>Zone of each cell plus 1, 0 outside; without meaning in border cells.</summary>
    private readonly short[] _zone;

    /// <summary>Column of the first border cell at or east of each cell, in its row.</summary>
    private readonly ushort[] _nextBorder;

    /// <summary>Border cells row by row, each with its column and where its segments begin.</summary>
    private readonly int[] _rowStart, _borderColumn, _firstSegment, _segments;

    private ZoneGrid(ZoneGridRaster raster, short[] zone)
    {
        Segments = raster.Segments;
        (_columns, _rows) = (raster.Columns, raster.Rows);
        (_minX, _minY) = (raster.MinX, raster.MinY);
        (_cellsPerMetreX, _cellsPerMetreY) = (raster.CellsPerMetreX, raster.CellsPerMetreY);
        (_rowStart, _borderColumn) = (raster.RowStart, raster.BorderColumn);
        (_firstSegment, _segments) = (raster.FirstSegment, raster.CellSegments);
        _zone = zone;
        _nextBorder = raster.NextBorder();
    }

    public ZoneSegments Segments { get; }

    /// <summary>
    /// The grid of a coverage; null where the zones are none: where they overlap, or share a border without
    /// sharing its vertices.
    /// </summary>
    /// <param name="zones">Valid polygons and multipolygons in the equal-area plane.</param>
    /// <param name="parcels">How many parcels will be asked about; fewer are worth fewer cells.</param>
    public static ZoneGrid? Of(IReadOnlyList<Geometry> zones, int parcels)
    {
        if (zones.Count is 0 or >= short.MaxValue) return null;
        if (ZoneSegments.Of(zones) is not { Count: > 0 } segments) return null;
        var raster = new ZoneGridRaster(segments, parcels);
        if (raster.HasCollision() || raster.Label() is not { } zone) return null;
        var grid = new ZoneGrid(raster, zone);
        return grid.IsConsistent() ? grid : null;
    }

    /// <summary>
    /// The zone of a box that no border comes near, <see cref="ZoneSegments.Outside"/> where it lies beyond
    /// all; false where a border may run through it.
    /// </summary>
    public bool TryFindZone(in PlaneBox box, out int zone)
    {
        int west = Column(box.MinX), east = Column(box.MaxX), south = Row(box.MinY), north = Row(box.MaxY);
        zone = _zone[south * _columns + west] - 1;
        for (int row = south; row <= north; row++)
        {
            if (_nextBorder[row * _columns + west] <= east) return false;
        }
        return true;
    }

    /// <summary>Fills the list with the segments whose boxes touch a box, in ascending order.</summary>
    public void FindSegments(in PlaneBox box, Stamps seen, List<int> found)
    {
        found.Clear();
        seen.Restart();
        int west = Column(box.MinX), east = Column(box.MaxX), south = Row(box.MinY), north = Row(box.MaxY);
        for (int row = south; row <= north; row++)
        {
            if (_nextBorder[row * _columns + west] > east) continue;
            for (int k = FirstBorderCell(row, west); k < _rowStart[row + 1] && _borderColumn[k] <= east; k++)
            {
                for (int i = _firstSegment[k]; i < _firstSegment[k + 1]; i++)
                {
                    int segment = _segments[i];
                    if (seen.IsNew(segment) && Segments.IsNear(segment, box)) found.Add(segment);
                }
            }
        }
        found.Sort();
    }

    /// <summary>The zone of a place that lies on no border; exact.</summary>
    /// <remarks>
    /// Begins with the zone of the next free cell to the east and steps over the borders between: their left
    /// and right zones form a chain, so the order of the steps does not matter.
    /// </remarks>
    public int ZoneAt(double x, double y, Stamps seen)
    {
        int row = Row(y), column = Column(x);
        int k = FirstBorderCell(row, column), end = _rowStart[row + 1];
        int zone = ZoneSegments.Outside;
        seen.Restart();
        ZoneSegments borders = Segments;
        for (int at = column; at < _columns; at++)
        {
            if (k >= end || _borderColumn[k] != at)
            {
                zone += _zone[row * _columns + at];
                break;
            }
            for (int i = _firstSegment[k]; i < _firstSegment[k + 1]; i++)
            {
                int s = _segments[i];
                if (!seen.IsNew(s) || !Orientation.CrossesRayEast(
                    borders.X0[s], borders.Y0[s], borders.X1[s], borders.Y1[s], x, y))
                {
                    continue;
                }
                bool isUpward = borders.Y1[s] > borders.Y0[s];
                zone += (isUpward ? 1 : -1) * (borders.Left[s] - borders.Right[s]);
            }
            k++;
        }
        return zone;
    }

    /// <summary>
    /// Whether every border has on its sides the zones that the grid finds there; a zone within another has
    /// not.
    /// </summary>
    private bool IsConsistent()
    {
        const double Half = 0.5;
        var seen = new Stamps(Segments.Count);
        for (int s = 0; s < Segments.Count; s++)
        {
            double ax = Segments.X0[s], ay = Segments.Y0[s], bx = Segments.X1[s], by = Segments.Y1[s];
            double x = Half * (ax + bx), y = Half * (ay + by);
            if (ay.Equals(by) || ay <= y == by <= y) continue;
            bool isWest = Orientation.CrossesRayEast(ax, ay, bx, by, x, y);
            if (ZoneAt(x, y, seen) != (isWest == by > ay ? Segments.Left[s] : Segments.Right[s])) return false;
        }
        return true;
    }

    private int FirstBorderCell(int row, int column)
    {
        int low = _rowStart[row], high = _rowStart[row + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_borderColumn[middle] < column) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Column(double x) =>
        Math.Clamp(unchecked((int)((x - _minX) * _cellsPerMetreX)), 0, _columns - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Row(double y) =>
        Math.Clamp(unchecked((int)((y - _minY) * _cellsPerMetreY)), 0, _rows - 1);
}

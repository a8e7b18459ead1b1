using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>
/// A grid over a coverage of zones: a cell that no border touches knows its zone, the others list the border
/// segments in them. Most parcels are settled by it without a look at a border.
/// </summary>
internal sealed class ZoneGrid
{
    /// <summary>From one in so many segments, going through all of them beats sorting those found.</summary>
    private const int LookAtAll = 16;

    private const int SquareBits = ZoneGridCells.SquareBits;

    private readonly int _columns, _rows;

    /// <summary>
    /// Of x, y, x and y, so that both corners of a box are carried at once: where the grid begins, its cells
    /// per metre, its last column and row.
    /// </summary>
    private readonly Vector256<double> _origin, _cellsPerMetre, _lastCell;

    private readonly ZoneGridCells _cells;

    /// <summary>Border cells row by row; one more at the end.</summary>
    private readonly BorderCell[] _borderCells;
    private readonly int[] _rowStart, _segments;

    private readonly SquareSegments _squareSegments;

    private ZoneGrid(ZoneGridRaster raster, ZoneGridCells cells)
    {
        Segments = raster.Segments;
        (_columns, _rows) = (raster.Columns, raster.Rows);
        _origin = Both(raster.MinX, raster.MinY);
        _cellsPerMetre = Both(raster.CellsPerMetreX, raster.CellsPerMetreY);
        _lastCell = Both(_columns - 1, _rows - 1);
        (_rowStart, _segments) = (raster.RowStart, raster.CellSegments);
        _borderCells = [.. raster.FirstSegment.Select((first, k) => new BorderCell(
            k < raster.BorderColumn.Length ? raster.BorderColumn[k] : int.MaxValue, first))];
        _cells = cells;
        _squareSegments = SegmentsOfSquares();
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
        if (raster.HasCollision() || raster.Label() is not { } cells) return null;
        var grid = new ZoneGrid(raster, cells);
        return grid.IsConsistent() ? grid : null;
    }

    /// <summary>
    /// The zone of a box that no border comes near, <see cref="ZoneSegments.Outside"/> where it lies beyond
    /// all; false where a border may run through it.
    /// </summary>
    /// <param name="box">Least x and y, greatest x and y [m].</param>
    /// <param name="zone">The zone.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindZone(Vector128<float> box, out int zone)
    {
        (int west, int south, int east, int north) = CellsOf(Vector256.WidenLower(box.ToVector256Unsafe()));
        return _cells.TryFindZone(west, south, east, north, out zone);
    }

    private SquareSegments SegmentsOfSquares()
    {
        var drawn = new List<(int Square, int Segment)>(_segments.Length);
        for (int row = 0; row < _rows; row++)
        {
            for (int k = _rowStart[row]; k < _rowStart[row + 1]; k++)
            {
                int square = (row >> SquareBits) * _cells.Columns + (_borderCells[k].Column >> SquareBits);
                for (int i = _borderCells[k].FirstSegment; i < _borderCells[k + 1].FirstSegment; i++)
                    drawn.Add((square, _segments[i]));
            }
        }
        drawn.Sort();
        return new SquareSegments(drawn, _cells.Squares, Segments);
    }

    /// <summary>
    /// Fills the list with the segments whose boxes touch a box, in ascending order. Where there are none,
    /// the zone of a free cell that the box reaches; null where the first cells of all its rows have borders.
    /// </summary>
    /// <param name="box">Least x and y, greatest x and y [m].</param>
    /// <param name="seen">Of as many numbers as there are segments.</param>
    /// <param name="found">The list.</param>
    public int? FindSegments(Vector128<float> box, Stamps seen, List<int> found)
    {
        found.Clear();
        (int west, int south, int east, int north) = CellsOf(Vector256.WidenLower(box.ToVector256Unsafe()));
        int firstColumn = west >> SquareBits, lastColumn = east >> SquareBits;
        int firstRow = south >> SquareBits, lastRow = north >> SquareBits;
        if (firstColumn == lastColumn && firstRow == lastRow)
            _squareSegments.Find(firstRow * _cells.Columns + firstColumn, box, found);
        else
            FindInSquares(firstRow, lastRow, firstColumn, lastColumn, box, seen, found);
        if (found.Count > 0) return null;
        for (int row = south; row <= north; row++)
        {
            ZoneGridCell first = _cells[row, west];
            if (first.NextBorder > west) return first.Zone - 1;
        }
        return null;
    }

    private void FindInSquares(
        int firstRow, int lastRow, int firstColumn, int lastColumn, Vector128<float> box, Stamps seen,
        List<int> found)
    {
        for (int row = firstRow; row <= lastRow; row++)
        {
            for (int column = firstColumn; column <= lastColumn; column++)
                _squareSegments.Find(row * _cells.Columns + column, box, found);
        }
        seen.Restart();
        int kept = 0;
        bool isAscending = true;
        for (int i = 0; i < found.Count; i++)
        {
            int segment = found[i];
            if (!seen.IsNew(segment)) continue;
            isAscending &= kept == 0 || segment > found[kept - 1];
            found[kept++] = segment;
        }
        found.RemoveRange(kept, found.Count - kept);
        if (!isAscending) Sort(found, seen);
    }

    /// <summary>Brings what was found into ascending order.</summary>
    private static void Sort(List<int> found, Stamps seen)
    {
        if (found.Count < seen.Count / LookAtAll)
        {
            found.Sort();
            return;
        }
        // A marker of its own tells what was found from what was only seen.
        seen.Restart();
        foreach (int segment in found) seen.IsNew(segment);
        found.Clear();
        seen.AddTo(found);
    }

    /// <summary>The zone of a place that no border comes near; null where one may.</summary>
    public int? FreeZoneAt(double x, double y)
    {
        (int column, int row, _, _) = CellsOf(Both(x, y));
        ZoneGridCell cell = _cells[row, column];
        return cell.NextBorder > column ? cell.Zone - 1 : null;
    }

    /// <summary>The zone of a place that lies on no border; exact.</summary>
    /// <remarks>
    /// Begins with the zone of the next free cell to the east and steps over the borders between: their left
    /// and right zones form a chain, so the order of the steps does not matter.
    /// </remarks>
    public int ZoneAt(double x, double y, Stamps seen)
    {
        (int column, int row, _, _) = CellsOf(Both(x, y));
        ZoneGridCell cell = _cells[row, column];
        if (cell.NextBorder > column) return cell.Zone - 1;
        int k = _rowStart[row] + cell.Zone, end = _rowStart[row + 1];
        int zone = ZoneSegments.Outside;
        seen.Restart();
        for (int at = column; at < _columns; at++)
        {
            if (k >= end || _borderCells[k].Column != at)
            {
                zone += _cells[row, at].Zone;
                break;
            }
            for (int i = _borderCells[k].FirstSegment; i < _borderCells[k + 1].FirstSegment; i++)
            {
                if (!seen.IsNew(_segments[i])) continue;
                ref readonly BorderSegment s = ref Segments[_segments[i]];
                if (!Orientation.CrossesRayEast(s.X0, s.Y0, s.X1, s.Y1, x, y)) continue;
                zone += (s.Y1 > s.Y0 ? 1 : -1) * (s.Left - s.Right);
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
            (double ax, double ay, double bx, double by, int left, int right) = Segments[s];
            double x = Half * (ax + bx), y = Half * (ay + by);
            if (ay == by || ay <= y == by <= y) continue;
            bool isWest = Orientation.CrossesRayEast(ax, ay, bx, by, x, y);
            if (ZoneAt(x, y, seen) != (isWest == by > ay ? left : right)) return false;
        }
        return true;
    }

    /// <summary>The cells in which the corners of a box lie; the nearest ones where it reaches out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int West, int South, int East, int North) CellsOf(Vector256<double> box)
    {
        Vector256<double> at = (box - _origin) * _cellsPerMetre;
        Vector256<long> cells = Vector256.ConvertToInt64Native(
            Vector256.MinNative(Vector256.MaxNative(at, Vector256<double>.Zero), _lastCell));
        // They lie between the first and the last cell.
        return unchecked(((int)cells[0], (int)cells[1], (int)cells[2], (int)cells[3]));
    }

    private static Vector256<double> Both(double x, double y) => Vector256.Create(x, y, x, y);

    /// <param name="Column">Its column.</param>
    /// <param name="FirstSegment">Where its segments begin; those of the next cell end them.</param>
    private readonly record struct BorderCell(int Column, int FirstSegment);
}

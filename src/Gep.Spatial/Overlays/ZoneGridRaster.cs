namespace Gep.Spatial.Overlays;

/// <summary>
/// Draws the borders of a coverage into cells, and checks that they are those of a coverage.
/// </summary>
internal sealed class ZoneGridRaster
{
    /// <summary>No more squares of cells than two bytes count.</summary>
    private const int FewestCellsPerSide = 16, MostCellsPerSide = 255 * ZoneGridCells.SquareCells;

    private const double CellsPerSquareRootOfSegments = 9, CellsPerSquareRootOfParcels = 3;

    /// <summary>
    /// Segments are drawn this much wider, well above the rounding of coordinates (2e-9 m).
    /// </summary>
    private const double SlackMetres = 1e-6;

    /// <summary>The grid is wider than the coverage by this, so that its rim is free [m].</summary>
    private const double RimMetres = 1;

    public ZoneGridRaster(ZoneSegments segments, int parcels)
    {
        Segments = segments;
        double minX = double.MaxValue, minY = minX, maxX = double.MinValue, maxY = maxX;
        for (int s = 0; s < segments.Count; s++)
        {
            (double x0, double y0, double x1, double y1, _, _) = segments[s];
            (minX, maxX) = (Math.Min(minX, Math.Min(x0, x1)), Math.Max(maxX, Math.Max(x0, x1)));
            (minY, maxY) = (Math.Min(minY, Math.Min(y0, y1)), Math.Max(maxY, Math.Max(y0, y1)));
        }
        double cells = Math.Min(
            CellsPerSquareRootOfSegments * Math.Sqrt(segments.Count),
            CellsPerSquareRootOfParcels * Math.Sqrt(parcels));
        Columns = Rows = Math.Clamp((int)cells, FewestCellsPerSide, MostCellsPerSide);
        double rimX = RimMetres + (maxX - minX) / Columns, rimY = RimMetres + (maxY - minY) / Rows;
        (MinX, MinY) = (minX - rimX, minY - rimY);
        CellsPerMetreX = Columns / (maxX + rimX - MinX);
        CellsPerMetreY = Rows / (maxY + rimY - MinY);
        (RowStart, BorderColumn, FirstSegment, CellSegments) = Draw();
    }

    public ZoneSegments Segments { get; }

    public int Columns { get; }

    public int Rows { get; }

    public double MinX { get; }

    public double MinY { get; }

    public double CellsPerMetreX { get; }

    public double CellsPerMetreY { get; }

    public int[] RowStart { get; }

    public int[] BorderColumn { get; }

    public int[] FirstSegment { get; }

    public int[] CellSegments { get; }

    /// <summary>Whether two borders cross, or touch otherwise than with their ends.</summary>
    public bool HasCollision()
    {
        for (int cell = 0; cell < BorderColumn.Length; cell++)
        {
            for (int i = FirstSegment[cell]; i < FirstSegment[cell + 1]; i++)
            {
                for (int j = i + 1; j < FirstSegment[cell + 1]; j++)
                {
                    if (Segments.Collide(CellSegments[i], CellSegments[j])) return true;
                }
            }
        }
        return false;
    }

    /// <summary>
    /// The cells with their zones, found row by row from the borders that a line through their middle
    /// crosses; null where what is left of a border is not what was right of the one before.
    /// </summary>
    public ZoneGridCells? Label()
    {
        const double Half = 0.5;
        const int RowsTogether = ZoneGridCells.SquareCells;
        var labelled = new ZoneGridCells(Columns, Rows);
        var cells = new ZoneGridCell[RowsTogether * Columns];
        var next = new ushort[Columns];
        var crossings = new List<(double X, int West, int East)>();
        var seen = new Stamps(Segments.Count);
        for (int row = 0; row < Rows; row++)
        {
            double y = MinY + (row + Half) / CellsPerMetreY;
            Cross(row, y, seen, crossings);
            FindNextBorders(row, next);
            Span<ZoneGridCell> own = cells.AsSpan(row % RowsTogether * Columns, Columns);
            int last = ZoneSegments.Outside, column = 0;
            foreach ((double x, int west, int east) in crossings)
            {
                if (west != last) return null;
                for (; column < Column(x); column++)
                    own[column] = new ZoneGridCell((ushort)(last + 1), next[column]);
                last = east;
            }
            if (last != ZoneSegments.Outside) return null;
            for (; column < Columns; column++) own[column] = new ZoneGridCell(0, next[column]);
            for (int k = RowStart[row]; k < RowStart[row + 1]; k++)
            {
                ref ZoneGridCell border = ref own[BorderColumn[k]];
                border = border with { Zone = (ushort)(k - RowStart[row]) };
            }
            bool isLast = row % RowsTogether == RowsTogether - 1 || row == Rows - 1;
            if (isLast) labelled.Add(row - row % RowsTogether, cells);
        }
        return labelled;
    }

    /// <summary>Column of the first border cell at or east of each cell of a row.</summary>
    private void FindNextBorders(int row, ushort[] next)
    {
        int k = RowStart[row + 1] - 1;
        ushort border = ushort.MaxValue;
        for (int column = Columns - 1; column >= 0; column--)
        {
            if (k >= RowStart[row] && BorderColumn[k] == column)
            {
                border = (ushort)column;
                k--;
            }
            next[column] = border;
        }
    }

    private void Cross(int row, double y, Stamps seen, List<(double X, int West, int East)> crossings)
    {
        crossings.Clear();
        seen.Restart();
        for (int i = FirstSegment[RowStart[row]]; i < FirstSegment[RowStart[row + 1]]; i++)
        {
            int s = CellSegments[i];
            (double ax, double ay, double bx, double by, int left, int right) = Segments[s];
            if (ay <= y == by <= y || !seen.IsNew(s)) continue;
            double x = ax + (y - ay) / (by - ay) * (bx - ax);
            crossings.Add(by > ay ? (x, left, right) : (x, right, left));
        }
        crossings.Sort((a, b) => a.X.CompareTo(b.X));
    }

    private (int[] RowStart, int[] Columns, int[] FirstSegment, int[] Segments) Draw()
    {
        var drawn = new List<(int Cell, int Segment)>(4 * Segments.Count);
        for (int segment = 0; segment < Segments.Count; segment++) Draw(segment, drawn);
        drawn.Sort();
        var rowStart = new int[Rows + 1];
        var columns = new List<int>();
        var first = new List<int>();
        int last = -1;
        for (int i = 0; i < drawn.Count; i++)
        {
            if (drawn[i].Cell == last) continue;
            last = drawn[i].Cell;
            rowStart[last / Columns + 1]++;
            columns.Add(last % Columns);
            first.Add(i);
        }
        first.Add(drawn.Count);
        for (int row = 0; row < Rows; row++) rowStart[row + 1] += rowStart[row];
        return (rowStart, [.. columns], [.. first], [.. drawn.Select(entry => entry.Segment)]);
    }

    /// <summary>Notes every cell that a segment may touch, row by row.</summary>
    private void Draw(int segment, List<(int Cell, int Segment)> drawn)
    {
        (double ax, double ay, double bx, double by, _, _) = Segments[segment];
        if (ay > by) (ax, ay, bx, by) = (bx, by, ax, ay);
        for (int row = Row(ay - SlackMetres); row <= Row(by + SlackMetres); row++)
        {
            double low = Math.Max(ay, MinY + row / CellsPerMetreY - SlackMetres);
            double high = Math.Min(by, MinY + (row + 1) / CellsPerMetreY + SlackMetres);
            (double atLow, double atHigh) = by - ay <= SlackMetres
                ? (ax, bx)
                : (ax + (bx - ax) * Math.Clamp((low - ay) / (by - ay), 0, 1),
                    ax + (bx - ax) * Math.Clamp((high - ay) / (by - ay), 0, 1));
            int last = Column(Math.Max(atLow, atHigh) + SlackMetres);
            for (int column = Column(Math.Min(atLow, atHigh) - SlackMetres); column <= last; column++)
                drawn.Add((row * Columns + column, segment));
        }
    }

    private int Column(double x) => Math.Clamp((int)((x - MinX) * CellsPerMetreX), 0, Columns - 1);

    private int Row(double y) => Math.Clamp((int)((y - MinY) * CellsPerMetreY), 0, Rows - 1);
}

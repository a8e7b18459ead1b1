using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// What happens between neighbouring cells: cropland is merged into larger fields, and some cropland is
/// drawn into the wetland beside it, as an old register would have it.
/// </summary>
internal static class Neighbours
{
    private const double MergeShare = 0.42, GrowShare = 0.3, EdgeMinMetres = 160;
    private const double MergedMaxSquareMetres = 1.4e6;

    /// <summary>
    /// Merges pairs of cropland cells of one type and district; the absorbed cell is removed.
    /// </summary>
    public static Cell[] MergeCropland(Cell[] cells)
    {
        STRtree<Cell> tree = TreeOf(cells.Where(IsLooseCropland));
        HashSet<Cell> gone = [];
        foreach (Cell cell in cells)
        {
            if (!IsLooseCropland(cell) || gone.Contains(cell)) continue;
            if (Chance.Of("merge", cell.Number, cell.Part) >= MergeShare) continue;
            Cell? other = Nearby(tree, cell).FirstOrDefault(o => o != cell && !o.Fixed && !gone.Contains(o)
                && o.Type == cell.Type && o.District == cell.District && EdgeMetres(cell, o) > EdgeMinMetres
                && cell.SquareMetres + o.SquareMetres < MergedMaxSquareMetres);
            if (other is null || Planar.Union(cell.Shape, other.Shape) is not Polygon joined) continue;
            (cell.Shape, cell.Fixed) = (joined, true);
            gone.Add(other);
        }
        return [.. cells.Where(cell => !gone.Contains(cell))];
    }

    /// <summary>Grows some cropland over a part of the marsh or pond beside it.</summary>
    public static void GrowIntoWetlands(Cell[] cells)
    {
        STRtree<Cell> fields = TreeOf(cells.Where(IsCropland));
        HashSet<Cell> grown = [];
        foreach (Cell wet in cells)
        {
            if (wet.Type is not ("WET/marsh" or "WET/pond") || wet.Fixed
                || wet.Shape is not Polygon) continue;
            if (Chance.Of("grow", wet.Number, wet.Part) >= GrowShare) continue;
            Cell? field = Nearby(fields, wet).FirstOrDefault(c => c.Conversion == 0 && !grown.Contains(c)
                && !c.LeftOverlapping && c.District == wet.District && EdgeMetres(c, wet) > EdgeMinMetres);
            if (field is null || Wedge(wet.Shape, field.Shape) is not { } wedge) continue;
            if (Planar.Union(field.Shape, wedge) is not Polygon joined) continue;
            field.Shape = joined;
            grown.Add(field);
        }
    }

    /// <summary>
    /// Triangles over the edges a wet cell shares with a field, up to a point well inside the wet cell.
    /// </summary>
    private static Geometry? Wedge(Geometry wet, Geometry field)
    {
        const double Beyond = 0.6;
        HashSet<Coordinate> corners = [.. field.Coordinates];
        Coordinate[] ring = wet.Coordinates;
        Coordinate middle = wet.Centroid.Coordinate;
        (Coordinate A, Coordinate B)[] shared = [.. Enumerable.Range(1, ring.Length - 1)
            .Where(i => corners.Contains(ring[i - 1]) && corners.Contains(ring[i]))
            .Select(i => (ring[i - 1], ring[i]))];
        if (shared.Length == 0) return null;
        double x = shared.Average(e => (e.A.X + e.B.X) / 2), y = shared.Average(e => (e.A.Y + e.B.Y) / 2);
        var tip = new Coordinate(
            Math.Round(middle.X + Beyond * (middle.X - x)), Math.Round(middle.Y + Beyond * (middle.Y - y)));
        Geometry wedge = Planar.Union(shared.Select(e => Sheet.Factory.CreatePolygon([e.A, e.B, tip, e.A])));
        return wet.Covers(wedge) ? wedge : null;
    }

    private static bool IsCropland(Cell cell) => cell.Type.StartsWith("CRO/", StringComparison.Ordinal);

    private static bool IsLooseCropland(Cell cell) =>
        IsCropland(cell) && !cell.Fixed && cell.Shape is Polygon;

    private static STRtree<Cell> TreeOf(IEnumerable<Cell> cells)
    {
        var tree = new STRtree<Cell>();
        foreach (Cell cell in cells) tree.Insert(cell.Shape.EnvelopeInternal, cell);
        tree.Build();
        return tree;
    }

    private static IEnumerable<Cell> Nearby(STRtree<Cell> tree, Cell cell) => tree
        .Query(cell.Shape.EnvelopeInternal).OrderBy(c => c.Number).ThenBy(c => c.Part);

    /// <summary>Length of the edges both have, corner for corner [m].</summary>
    private static double EdgeMetres(Cell a, Cell b)
    {
        HashSet<Coordinate> corners = [.. b.Shape.Coordinates];
        Coordinate[] ring = a.Shape.Coordinates;
        double sum = 0;
        for (int i = 1; i < ring.Length; i++)
            if (corners.Contains(ring[i - 1]) && corners.Contains(ring[i]))
                sum += ring[i - 1].Distance(ring[i]);
        return sum / Sheet.GridPerMetre;
    }
}

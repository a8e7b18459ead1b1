using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// A mosaic of the whole city: the Voronoi tiles of a jittered lattice, denser near water and in towns.
/// Neighbouring tiles share their corners exactly.
/// </summary>
internal static class Tiling
{
    private const double LatticeMetres = 535, Jitter = 0.38, ShortEdgeMetres = 9;
    private const long KeysPerRow = 4096;

    /// <summary>
    /// The tiles on the file grid, ordered from south to north and west to east by their sites.
    /// </summary>
    public static Polygon[] Draw(DistrictIndex districts, Landscape landscape)
    {
        Coordinate[] sites = Sites(districts, landscape);
        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(Sheet.Factory.CreateMultiPointFromCoords(sites));
        Geometry diagram = builder.GetDiagram(Sheet.Factory);
        List<(Coordinate Site, Coordinate[] Ring)> tiles = [];
        for (int i = 0; i < diagram.NumGeometries; i++)
        {
            Geometry tile = diagram.GetGeometryN(i);
            tiles.Add(((Coordinate)tile.UserData, [.. tile.Coordinates.Select(Sheet.ToGrid)]));
        }
        tiles = [.. tiles.OrderBy(t => t.Site.Y).ThenBy(t => t.Site.X)];
        var corners = new CornerMerge(ShortEdgeMetres * Sheet.GridPerMetre);
        foreach ((_, Coordinate[] ring) in tiles) corners.Add(ring);
        List<Polygon> result = [];
        foreach ((_, Coordinate[] ring) in tiles)
            if (corners.Merged(ring) is { } polygon) result.Add(polygon);
        return [.. result];
    }

    private static Coordinate[] Sites(DistrictIndex districts, Landscape landscape)
    {
        Envelope city = Sheet.Map(districts.CityOnGrid, Sheet.FromGrid).EnvelopeInternal;
        int columns = (int)(city.Width / LatticeMetres) + 3, rows = (int)(city.Height / LatticeMetres) + 3;
        List<Coordinate> sites = [];
        for (int row = -1; row < rows; row++)
        {
            for (int column = -1; column < columns; column++)
            {
                var middle = new Coordinate(
                    city.MinX + (column + 0.5) * LatticeMetres, city.MinY + (row + 0.5) * LatticeMetres);
                if (!Near(districts, middle)) continue;
                int split = landscape.IsFine(middle) ? 2 : 1;
                long key = row * KeysPerRow + column;
                for (int k = 0; k < split * split; k++) sites.Add(Jittered(middle, k, split, key));
            }
        }
        return [.. sites];
    }

    private static Coordinate Jittered(Coordinate middle, int k, int split, long key)
    {
        double size = LatticeMetres / split;
        double x = middle.X + (k % split - (split - 1) / 2.0) * size;
        double y = middle.Y + (k / split - (split - 1) / 2.0) * size;
        return new(x + (Chance.Of("site-x", key, k) - 0.5) * 2 * Jitter * size,
            y + (Chance.Of("site-y", key, k) - 0.5) * 2 * Jitter * size);
    }

    private static bool Near(DistrictIndex districts, Coordinate middle)
    {
        const int Reach = 2;
        for (int dx = -Reach; dx <= Reach; dx += Reach)
            for (int dy = -Reach; dy <= Reach; dy += Reach)
                if (districts.CodeAt(Sheet.ToGrid(new(
                    middle.X + dx * LatticeMetres, middle.Y + dy * LatticeMetres))).Length > 0) return true;
        return false;
    }
}

using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Parcels;
using Gep.DrawWuhan.Waters;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Gep.DrawWuhan.Reserves;

/// <summary>
/// Draws the wetland reserves and parks; 沉湖 as three nested zones of the published areas, each divided into
/// parcels of the villages around it.
/// </summary>
internal static class ReserveDrawing
{
    /// <summary>
    /// Zones of 沉湖 from the inside out: 58.7, 12.7 and 44.7 km² (8.8, 1.9 and 6.7 万亩; [WUHAN-FACTS] §4).
    /// </summary>
    public static (string Zone, double SquareKilometres)[] Zones { get; } =
        [("core", 58.7), ("buffer", 12.7), ("experimental", 44.7)];

    /// <summary>Number of 沉湖 in the fact file.</summary>
    public const int ZonedReserve = 201;

    private const double VillageMetres = 1750;

    /// <summary>Features of all reserves in the order of the fact file.</summary>
    public static Feature[] Features(PlacedShape[] reserves, DistrictIndex districts, Villages villages)
    {
        List<Feature> features = [];
        foreach (PlacedShape reserve in reserves)
        {
            if (reserve.Fact.Whole("number") != ZonedReserve)
            {
                features.Add(One(reserve, reserve.Shape, null, features.Count + 1, null));
                continue;
            }
            // Its ground is registered in villages of its own district, also beyond the border.
            int district = Array.FindIndex(districts.Districts, d => d.Code == reserve.Fact["districts"]);
            foreach ((string zone, Geometry piece) in ZoneParcels(reserve))
            {
                Coordinate at = Sheet.FromGrid(piece.InteriorPoint.Coordinate);
                features.Add(One(reserve, piece, zone, features.Count + 1, villages.At(district, at)));
            }
        }
        return [.. features];
    }

    /// <summary>
    /// A reserve that is not divided into zones has no register of parcels, so nothing is payable on it.
    /// </summary>
    private static Feature One(PlacedShape reserve, Geometry shape, string? zone, int number,
        Village? village)
    {
        FactRow fact = reserve.Fact;
        decimal mu = Math.Round((decimal)Sheet.AreaOfGrid(shape) / ForestRegister.SquareMetresPerMu, 2,
            MidpointRounding.AwayFromZero);
        return new($"RES-{number:D3}", "", shape, "reserves")
        {
            Attributes =
            [
                ("reserve", fact["name_zh"]), ("zone", zone), ("grade", fact["grade"]),
                ("district", fact["districts"]), ("town", village?.Town), ("village", village?.Name),
                ("payee", village is null ? null : $"{village.Town[3..]}{village.Name}村集体(示意)"),
                ("register_area_mu", village is null ? null : mu),
                    ("reserve_area_km2", fact.Decimal("published_km2")),
                ("area_note", fact["area_note"]),
            ],
        };
    }

    private static IEnumerable<(string Zone, Geometry Piece)> ZoneParcels(PlacedShape reserve)
    {
        Polygon[] tiles = Tiles(reserve);
        Geometry inner = Sheet.Factory.CreatePolygon();
        double within = 0;
        foreach ((string zone, double area) in Zones)
        {
            within += area;
            Geometry outline = Scaled(reserve, within * Sheet.SquareKilometre);
            Geometry ring = Planar.Difference(outline, inner);
            inner = outline;
            foreach (Polygon tile in tiles)
                foreach (Polygon piece in Planar.Parts(Planar.Intersection(tile, ring)))
                    yield return (zone, piece);
        }
    }

    /// <summary>The reserve's outline shrunk about its middle to an area [m²].</summary>
    private static Geometry Scaled(PlacedShape reserve, double area)
    {
        double scale = Math.Sqrt(area / Sheet.AreaOfGrid(reserve.Shape));
        Geometry shape = reserve.Shape;
        for (int i = 0; i < 4; i++)
        {
            double factor = scale;
            shape = Sheet.Map(reserve.Shape, at =>
            {
                Coordinate on = Sheet.FromGrid(at);
                return Sheet.ToGrid(new(reserve.At.X + (on.X - reserve.At.X) * factor,
                    reserve.At.Y + (on.Y - reserve.At.Y) * factor));
            });
            scale *= Math.Sqrt(area / Sheet.AreaOfGrid(shape));
        }
        return shape;
    }

    private static Polygon[] Tiles(PlacedShape reserve)
    {
        Envelope box = Sheet.Map(reserve.Shape, Sheet.FromGrid).EnvelopeInternal;
        List<Coordinate> sites = [];
        for (int row = -1; row * VillageMetres < box.Height + VillageMetres; row++)
            for (int column = -1; column * VillageMetres < box.Width + VillageMetres; column++)
                sites.Add(new(
                    box.MinX + (column + Chance.Of("tract-x", row, column)) * VillageMetres,
                    box.MinY + (row + Chance.Of("tract-y", row, column)) * VillageMetres));
        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(Sheet.Factory.CreateMultiPointFromCoords([.. sites]));
        Geometry diagram = builder.GetDiagram(Sheet.Factory);
        return [.. Enumerable.Range(0, diagram.NumGeometries).Select(diagram.GetGeometryN)
            .OrderBy(tile => ((Coordinate)tile.UserData).Y).ThenBy(tile => ((Coordinate)tile.UserData).X)
            .Select(tile => (Polygon)Sheet.Map(tile, Sheet.ToGrid))];
    }
}

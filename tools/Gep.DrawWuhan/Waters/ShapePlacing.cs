using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Waters;

/// <summary>A drawn lake or reserve: its fact row and where it came to lie.</summary>
internal sealed record PlacedShape(FactRow Fact, Geometry Shape, Coordinate At, double InStatedDistricts);

/// <summary>
/// Draws lakes and reserves: an invented outline of the stated area, put near the stated place where it
/// lies in the stated districts and clear of the others of its kind.
/// </summary>
internal static class ShapePlacing
{
    private const int Rounds = 10, Directions = 16, KeysPerShape = 10;
    private const double MetresPerKilometre = 1000, Roughness = 0.24;

    private static readonly double[] SampleRadii = [1, 0.6, 0.3];

    /// <summary>The shapes in the order of the fact file; rivers are avoided where possible.</summary>
    public static PlacedShape[] Draw(string file, DistrictIndex districts, IReadOnlyList<Geometry> rivers)
    {
        FactRow[] rows = FactTable.Read(file);
        var drawn = new Dictionary<string, PlacedShape>();
        List<Geometry> taken = [];
        foreach (FactRow row in rows.OrderByDescending(r => r.Number("area_km2"))
            .ThenBy(r => r.Whole("number")))
        {
            PlacedShape shape = PutDown(row, districts, rivers, taken);
            drawn.Add(row["number"], shape);
            taken.Add(shape.Shape);
        }
        return [.. rows.Select(row => drawn[row["number"]])];
    }

    private static PlacedShape PutDown(
        FactRow row, DistrictIndex districts, IReadOnlyList<Geometry> rivers, List<Geometry> taken)
    {
        const double Away = 0.25, Covering = 20, River = 0.4;
        double reach = row.Number("search_km") * MetresPerKilometre;
        Coordinate start = Sheet.FromLonLat(row.Number("lon"), row.Number("lat"));
        Geometry? best = null;
        Coordinate place = start;
        double bestCost = double.MaxValue;
        for (int round = 0; round <= Rounds; round++)
        {
            for (int direction = 0; direction < (round == 0 ? 1 : Directions); direction++)
            {
                double distance = reach * round / Rounds, angle = 2 * Math.PI * direction / Directions;
                var at = new Coordinate(
                    start.X + distance * Math.Cos(angle), start.Y + distance * Math.Sin(angle));
                Geometry shape = ShapeAt(row, at);
                double cost = Misfit(row, shape, districts) + Away * round / Rounds
                    + (taken.Any(other => other.Intersects(shape)) ? Covering : 0)
                    + rivers.Count(river => river.Intersects(shape)) * River;
                if (cost >= bestCost) continue;
                (best, bestCost, place) = (shape, cost, at);
            }
        }
        return new(row, best!, place, SharesInside(row, best!, districts).Stated);
    }

    /// <summary>How badly a place fits the stated districts, 0 for well.</summary>
    private static double Misfit(FactRow row, Geometry shape, DistrictIndex districts)
    {
        const double ShareMin = 0.04, ShareMissing = 3, Stray = 6, OutsideStray = 4;
        (double stated, double outside, double least) = SharesInside(row, shape, districts);
        double wanted = row.Number("outside_share");
        double cost = (1 - stated - outside) * Stray + Math.Abs(outside - wanted) * OutsideStray;
        return row.Codes("districts").Length > 1 && least < ShareMin ? cost + ShareMissing : cost;
    }

    private static (double Stated, double Outside, double Least) SharesInside(
        FactRow row, Geometry shape, DistrictIndex districts)
    {
        string[] stated = row.Codes("districts");
        int[] hits = new int[stated.Length];
        int outside = 0, all = 0;
        foreach (Coordinate at in Samples(shape))
        {
            string code = districts.CodeAt(at);
            int place = Array.IndexOf(stated, code);
            if (place >= 0) hits[place]++;
            if (code.Length == 0) outside++;
            all++;
        }
        return ((double)hits.Sum() / all, (double)outside / all, (double)hits.Min() / all);
    }

    /// <summary>Shore points, and points half and a quarter of the way to the middle.</summary>
    private static IEnumerable<Coordinate> Samples(Geometry shape)
    {
        foreach (Polygon part in Planar.Parts(shape))
        {
            Coordinate middle = part.EnvelopeInternal.Centre;
            foreach (double share in SampleRadii)
                foreach (Coordinate shore in part.Shell.Coordinates.Skip(1))
                    yield return new(middle.X + (shore.X - middle.X) * share,
                        middle.Y + (shore.Y - middle.Y) * share);
        }
    }

    /// <summary>The shape at a place of the drawing sheet, on the file grid, scaled to its area.</summary>
    private static Geometry ShapeAt(FactRow row, Coordinate at)
    {
        double target = row.Number("area_km2") * Sheet.SquareKilometre;
        double scale = Math.Sqrt(target / Math.PI / row.Whole("parts"));
        Geometry shape = Scaled(row, at, scale);
        for (int i = 0; i < 3; i++)
        {
            scale *= Math.Sqrt(target / Sheet.AreaOfGrid(shape));
            shape = Scaled(row, at, scale);
        }
        return shape;
    }

    private static Geometry Scaled(FactRow row, Coordinate at, double scale)
    {
        const double PointEveryMetres = 260, PartDistance = 1.5, ShorePerRoot = 4;
        const int PointsMin = 14, PointsMax = 180, ManyPoints = 60, LobesOfLarge = 13, LobesOfSmall = 6;
        int number = row.Whole("number"), parts = row.Whole("parts");
        int points = (int)Math.Clamp(
            ShorePerRoot * Math.Sqrt(row.Number("area_km2") * Sheet.SquareKilometre) / PointEveryMetres,
            PointsMin, PointsMax);
        int lobes = points > ManyPoints ? LobesOfLarge : LobesOfSmall;
        double turn = Math.PI / 2 - row.Number("bearing_deg") * Math.PI / 180;
        List<Polygon> polygons = [];
        for (int part = 0; part < parts; part++)
        {
            double away = (part - (parts - 1) / 2.0) * PartDistance * 2 * scale;
            var centre = new Coordinate(at.X - away * Math.Sin(turn), at.Y + away * Math.Cos(turn));
            Coordinate[] shell = WaterShape.Outline(
                number * KeysPerShape + part, points, lobes, Roughness, row.Number("elongation"),
                row.Number("bearing_deg"));
            Coordinate[][] islands = [.. Enumerable.Range(0, row.Whole("islands"))
                .Select(i => Island(shell, number, i))];
            polygons.Add((Polygon)Sheet.Map(WaterShape.Place(shell, islands, scale, centre), Sheet.ToGrid));
        }
        return Planar.Join(polygons);
    }

    /// <summary>An island between the middle and the shore, in units of the lake's radius.</summary>
    private static Coordinate[] Island(Coordinate[] shore, int lake, int number)
    {
        const double Out = 0.42, Size = 0.075, SizeLeast = 0.7, SizeSpread = 0.6;
        const double Roughness = 0.2, Elongation = 1.4;
        const int Points = 10, Lobes = 4, Quarters = 4, KeysPerLake = 100, FullTurn = 360;
        int key = lake * KeysPerLake + number;
        int place = (int)((number + Chance.Of("island", key)) * shore.Length / Quarters);
        Coordinate towards = shore[place % shore.Length];
        double size = Size * (SizeLeast + SizeSpread * Chance.Of("island-size", key));
        double turn = FullTurn * Chance.Of("island-turn", key);
        return [.. WaterShape.Outline(key, Points, Lobes, Roughness, Elongation, turn)
            .Select(p => new Coordinate(towards.X * Out + p.X * size, towards.Y * Out + p.Y * size))];
    }
}

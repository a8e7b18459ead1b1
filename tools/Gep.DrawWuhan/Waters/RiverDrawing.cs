using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Simplify;

namespace Gep.DrawWuhan.Waters;

/// <summary>A stretch of a river as an area of water.</summary>
internal sealed record RiverStretch(FactRow Fact, int Number, Geometry Shape);

/// <summary>
/// Draws the rivers: the published course made smooth, given its width and cut into stretches. Where two
/// rivers meet, the one named first keeps the ground.
/// </summary>
internal static class RiverDrawing
{
    private const double BeyondCityMetres = 1200, StepMetres = 700, BankToleranceMetres = 18;
    private const double WiggleAlongLand = 0.07, PartMinSquareMetres = 5000, MetresPerKilometre = 1000;
    private const int BorderRivers = 4, FirstKey = 700, FirstIslandKey = 9000;

    /// <summary>All stretches, river by river from source to mouth.</summary>
    public static RiverStretch[] Draw(Geometry city)
    {
        Geometry reach = Sheet.Map(BufferOp.Buffer(city, BeyondCityMetres * Sheet.GridPerMetre), Whole);
        Geometry islands = Planar.Union(FactTable.Read("river_islands.csv").Select(Island));
        List<RiverStretch> stretches = [];
        foreach (FactRow row in FactTable.Read("rivers.csv"))
        {
            int number = 0;
            foreach (Coordinate[] piece in Pieces(Course(row), row.Number("stretch_km") * MetresPerKilometre))
            {
                Geometry water = Planar.Intersection(Ribbon(piece, row.Number("width_m")), reach);
                water = Planar.Difference(water, islands);
                foreach (RiverStretch other in stretches) water = Planar.Difference(water, other.Shape);
                if (water.IsEmpty) continue;
                Polygon[] parts = [.. Planar.Parts(water)
                    .Where(p => Sheet.AreaOfGrid(p) > PartMinSquareMetres)];
                if (parts.Length > 0) stretches.Add(new(row, ++number, Planar.Join(parts)));
            }
        }
        Geometry[] noded = MosaicNoding.Of([.. stretches.Select(stretch => stretch.Shape)]);
        return [.. stretches.Select((stretch, i) => stretch with { Shape = noded[i] })];
    }

    private static Coordinate[] Course(FactRow row)
    {
        int rank = row.Whole("rank");
        double wiggle = rank > BorderRivers ? WiggleAlongLand : 0;
        return Wiggle.Along(Wiggle.Smooth(row.Path("path")), StepMetres, wiggle, FirstKey + rank);
    }

    private static IEnumerable<Coordinate[]> Pieces(Coordinate[] line, double length)
    {
        List<Coordinate> piece = [line[0]];
        double run = 0;
        for (int i = 1; i < line.Length; i++)
        {
            piece.Add(line[i]);
            run += line[i - 1].Distance(line[i]);
            if (run < length && i < line.Length - 1) continue;
            yield return [.. piece];
            piece = [line[i]];
            run = 0;
        }
    }

    private static Geometry Ribbon(Coordinate[] line, double width)
    {
        const int QuadrantSegments = 3;
        const double MitreLimit = 5, ToleranceOfWidth = 8;
        var manner = new BufferParameters(QuadrantSegments, EndCapStyle.Round, JoinStyle.Round, MitreLimit);
        Geometry ribbon = BufferOp.Buffer(Sheet.Factory.CreateLineString(line), width / 2, manner);
        double tolerance = Math.Min(BankToleranceMetres, width / ToleranceOfWidth);
        Geometry plain = TopologyPreservingSimplifier.Simplify(ribbon, tolerance);
        return Sheet.Map(plain, Sheet.ToGrid);
    }

    private static Geometry Island(FactRow row, int key)
    {
        double length = row.Number("length_m"), width = row.Number("width_m");
        Coordinate[] outline = WaterShape.Outline(
            FirstIslandKey + key, 16, 4, 0.12, length / width, 90 - row.Number("bearing_deg"));
        Coordinate at = Sheet.FromLonLat(row.Number("lon"), row.Number("lat"));
        return Sheet.Map(WaterShape.Place(outline, [], Math.Sqrt(length * width) / 2, at), Sheet.ToGrid);
    }

    private static Coordinate Whole(Coordinate at) => new(Math.Round(at.X), Math.Round(at.Y));
}

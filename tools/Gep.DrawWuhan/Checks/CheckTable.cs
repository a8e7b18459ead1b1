using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Output;
using Gep.DrawWuhan.Parcels;
using Gep.DrawWuhan.Reserves;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Checks;

/// <summary>Compares what was drawn, as it is written, with what is published or wanted.</summary>
internal static class CheckTable
{
    private const double AreaShare = 1e-6, DistrictShare = 1e-7, LakeShare = 1e-4;
    private const double CitySquareKilometres = 8569.15;
    private const double SameGroundSquareMetres = 0.01, CentroidKilometres = 10;
    private const double MetresPerKilometre = 1000, ExtentKilometres = 0.5;
    private const double EastWestKilometres = 132.12, NorthSouthKilometres = 153.97;

    /// <summary>All checks, in the order of the printed table.</summary>
    public static Check[] Of(DistrictIndex districts, Layer[] layers, ForestEntry[] register,
        Ground ground) =>
    [
        .. Districts(districts),
        .. Totals(ground),
        .. Reserves(layers.First(layer => layer.Role == "reserves")),
        .. Parcels(districts, layers, ground),
        .. Register(layers.First(layer => layer.Id == "forests"), register),
    ];

    private static IEnumerable<Check> Districts(DistrictIndex districts)
    {
        foreach (District d in districts.Districts)
            yield return new(
                d.NameZh, d.OfficialSquareKilometres, d.DrawnSquareMetres / Sheet.SquareKilometre,
                d.OfficialSquareKilometres * DistrictShare, "km²", 7);
        yield return new("city", CitySquareKilometres,
            districts.Districts.Sum(d => d.DrawnSquareMetres) / Sheet.SquareKilometre,
            CitySquareKilometres * DistrictShare, "km²", 7);
        yield return new(
            "edges used by one district and not on the outline", 0, LooseEdges(districts), 0, "", 0);
        yield return Check.Between(
            "largest distance of a centroid from the published one", 0, CentroidKilometres,
            districts.Districts.Max(CentroidOff), "km", 2);
        Envelope extent = Sheet.Map(districts.CityOnGrid, Sheet.FromGrid).EnvelopeInternal;
        yield return new("extent east to west", EastWestKilometres,
            extent.Width / MetresPerKilometre, ExtentKilometres, "km", 2);
        yield return new("extent north to south", NorthSouthKilometres,
            extent.Height / MetresPerKilometre, ExtentKilometres, "km", 2);
        yield return new("invalid district polygons", 0, districts.InPlane.Count(p => !p.IsValid), 0, "", 0);
    }

    private static IEnumerable<Check> Totals(Ground ground)
    {
        double wet = DrawWuhan.WetlandSquareKilometres, forest = DrawWuhan.ForestSquareKilometres;
        yield return new("wetland 2019, all WET", wet, ground.Free("WET/") / Sheet.SquareKilometre,
            wet * AreaShare, "km²", 6);
        yield return new(
            "forest 2019, all FOR (187.1 万亩)", forest, ground.Free("FOR/") / Sheet.SquareKilometre,
            forest * AreaShare, "km²", 6);
    }

    private static IEnumerable<Check> Reserves(Layer reserves)
    {
        foreach ((string zone, double wanted) in ReserveDrawing.Zones)
        {
            double drawn = reserves.Features
                .Where(f => f["zone"] is string of && of == zone)
                .Sum(f => f.SquareMetres) / Sheet.SquareKilometre;
            yield return new("沉湖 " + zone, wanted, drawn, wanted * AreaShare, "km²", 6);
        }
        yield return new("reserves and parks", 14, reserves.Features
            .Select(f => f["reserve"]).Distinct().Count(), 0, "", 0);
    }

    private static IEnumerable<Check> Parcels(DistrictIndex districts, Layer[] layers, Ground ground)
    {
        Feature[] lakes = layers.First(l => l.Id == "lakes").Features;
        Feature[] all = [.. layers.Where(l => l.Role == "ecosystem").SelectMany(l => l.Features)];
        yield return Check.Between("parcels", 20_000, 30_000, all.Length, "", 0);
        yield return new("named lakes", 70, lakes.Count(f => f.ValidFrom is null), 0, "", 0);
        yield return Check.Between("largest lake area off its figure", 0, LakeShare,
            lakes.Where(f => f.ValidFrom is null).Max(LakeOff), "share", 7);
        yield return Check.Between("lakes in two districts and more", 6, 20,
            lakes.Count(f => IsAcross(districts, f)), "", 0);
        yield return Check.Between("vertices of a parcel, mean", 5, 12,
            all.Average(f => f.Shape.NumPoints), "", 2);
        yield return new("invalid geometries", 0, all.Count(f => !f.Shape.IsValid), 0, "", 0);
        yield return new("ids used twice in a layer", 0,
            layers.Sum(l => l.Features.Length - l.Features.DistinctBy(f => f.Id).Count()), 0, "", 0);
        foreach (Layer layer in layers)
            yield return Check.Between(
                $"largest overlap within {layer.Id}, any year", 0, SameGroundSquareMetres,
                Ground.LargestOverlapWithin(layer), "m²", 4);
        yield return Check.Between("overlaps between layers 2019", 20, 60,
            ground.TakenByLayer.Sum(t => t.Taken) / Sheet.SquareKilometre, "km²", 2);
        yield return Check.Between("parcels across district borders, 100 m² and more on each side", 200, 1500,
            all.Count(f => IsAcross(districts, f)), "", 0);
        yield return Check.Between("parcels with holes", 1, 1000,
            all.Count(f => Planar.Parts(f.Shape).Any(p => p.NumInteriorRings > 0)), "", 0);
        yield return Check.Between("multipolygons", 1, 1000, all.Count(f => f.Shape is MultiPolygon), "", 0);
    }

    private static IEnumerable<Check> Register(Layer forests, ForestEntry[] register)
    {
        const double RegisterTolerance = 0.01;
        const int Deviations = 3;
        yield return new("public-benefit forest, register (89 万亩)", (double)ForestRegister.PublicBenefitMu,
            (double)register.Where(e => e.Grade is not null).Sum(e => e.AreaMu), 0, "mu", 2);
        int off = forests.Features.Count(f => f["register_area_mu"] is decimal mu
            && Math.Abs((double)(mu * ForestRegister.SquareMetresPerMu) / f.SquareMetres - 1)
                > RegisterTolerance);
        yield return new("register entries more than 1 % off, on purpose", Deviations, off, 0, "", 0);
    }

    /// <summary>Edges that neither a neighbour uses the other way round nor the outline explains.</summary>
    private static int LooseEdges(DistrictIndex districts)
    {
        HashSet<(Coordinate, Coordinate)> edges = [];
        foreach (District d in districts.Districts)
            for (int i = 1; i < d.Ring.Length; i++)
                edges.Add((d.Ring[i - 1], d.Ring[i]));
        HashSet<Coordinate> outline = [.. districts.CityOnGrid.Coordinates];
        Coordinate Grid(Coordinate at) =>
            new(Math.Round(at.X * Sheet.GridPerDegree), Math.Round(at.Y * Sheet.GridPerDegree));
        return edges.Count(e => !edges.Contains((e.Item2, e.Item1))
            && !(outline.Contains(Grid(e.Item1)) && outline.Contains(Grid(e.Item2))));
    }

    private static double CentroidOff(District district)
    {
        Coordinate drawn = Centroid.GetCentroid(Sheet.Factory.CreatePolygon(district.Ring));
        Coordinate published = district.PublishedCentroid;
        return Sheet.FromLonLat(drawn.X, drawn.Y).Distance(Sheet.FromLonLat(published.X, published.Y))
            / MetresPerKilometre;
    }

    private static double LakeOff(Feature lake)
    {
        var figure = (decimal)lake["whole_area_km2"]!;
        return Math.Abs(lake.SquareMetres / ((double)figure * Sheet.SquareKilometre) - 1);
    }

    private static bool IsAcross(DistrictIndex districts, Feature feature)
    {
        const double Least = 100;
        int[] touching = districts.Touching(feature.Shape);
        return touching.Length > 1 && touching.Count(d =>
            Sheet.AreaOfGrid(Planar.Intersection(feature.Shape, districts.OnGrid[d])) > Least) > 1;
    }
}

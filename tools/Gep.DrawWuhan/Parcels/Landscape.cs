using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// How well each place of the drawing sheet suits water, forest and town: distances to what the facts name,
/// and smooth noise.
/// </summary>
/// <remarks>
/// The weights in it are a draughtsman's taste: they decide where a patch lies, never how large a total is.
/// </remarks>
internal sealed class Landscape
{
    /// <summary>
    /// What a named hill adds: more than all else together, so that it becomes forest first.
    /// </summary>
    public const double NamedHill = 5;

    private const double MetresPerKilometre = 1000;

    private readonly (Coordinate At, double Radius, double Weight, bool IsNamed)[] hills;
    private readonly (Coordinate At, double Radius, double Weight)[] towns;
    private readonly STRtree<IndexedFacetDistance> shores = new();
    private readonly List<(Envelope Box, IndexedPointInAreaLocator Locator)> reserves = [];

    /// <summary>A landscape between waters and reserves given on the file grid.</summary>
    public Landscape(IEnumerable<Geometry> waters, IEnumerable<Geometry> reserves)
    {
        hills = [.. FactTable.Read("hills.csv").Select(row => (
            Sheet.FromLonLat(row.Number("lon"), row.Number("lat")),
            Math.Sqrt(row.Number("area_km2") / Math.PI) * MetresPerKilometre,
            row.Number("weight"), row["kind"] == "named"))];
        towns = [.. FactTable.Read("towns.csv").Select(row => (
            Sheet.FromLonLat(row.Number("lon"), row.Number("lat")),
            row.Number("radius_km") * MetresPerKilometre, row.Number("weight")))];
        foreach (Geometry water in waters)
        {
            Geometry onSheet = Sheet.Map(water, Sheet.FromGrid);
            shores.Insert(onSheet.EnvelopeInternal, new IndexedFacetDistance(onSheet));
        }
        foreach (Geometry reserve in reserves)
        {
            Geometry onSheet = Sheet.Map(reserve, Sheet.FromGrid);
            this.reserves.Add((onSheet.EnvelopeInternal, new IndexedPointInAreaLocator(onSheet)));
        }
    }

    /// <summary>Whether tiles are small here: near water and in towns, patchwise.</summary>
    public bool IsFine(Coordinate at)
    {
        const double ShoreMetres = 900, AtShore = 0.55, Elsewhere = 0.2, InTown = 0.15, TownFrom = 0.35;
        const double PatchMetres = 2500;
        return (WaterMetres(at) < ShoreMetres ? AtShore : Elsewhere) + (Town(at) > TownFrom ? InTown : 0)
            > Chance.Noise("fine", at.X, at.Y, PatchMetres);
    }

    /// <summary>Metres to the nearest river or lake, up to a reach of 6 km.</summary>
    public double WaterMetres(Coordinate at)
    {
        const double Reach = 6000;
        var box = new Envelope(at);
        box.ExpandBy(Reach);
        Point point = Sheet.Factory.CreatePoint(at);
        double nearest = Reach;
        foreach (IndexedFacetDistance shore in shores.Query(box))
            nearest = Math.Min(nearest, shore.Distance(point));
        return nearest;
    }

    /// <summary>Whether the place lies in a wetland reserve.</summary>
    public bool IsInReserve(Coordinate at) => reserves.Any(
        r => r.Box.Contains(at) && r.Locator.Locate(at) != Location.Exterior);

    /// <summary>How much of a town the place is, 0 far from any.</summary>
    public double Town(Coordinate at)
    {
        const double RadiiReach = 3;
        double sum = 0;
        foreach ((Coordinate centre, double radius, double weight) in towns)
        {
            double d = centre.Distance(at) / radius;
            if (d < RadiiReach) sum += weight * Math.Exp(-d * d);
        }
        return sum;
    }

    /// <summary>
    /// How much of a range of hills the place is; a named hill counts far above everything else.
    /// </summary>
    public double Hill(Coordinate at)
    {
        const double EdgeNear = 0.8, EdgeSpread = 0.4, RangeReach = 1.6, RangeFade = 1.3, RangesMost = 1.05;
        double ranges = 0, named = 0;
        foreach ((Coordinate centre, double radius, double weight, bool isNamed) in hills)
        {
            double d = centre.Distance(at) / radius;
            if (isNamed && d < EdgeNear + EdgeSpread * Chance.Noise("hill-edge", at.X, at.Y, radius))
                named = NamedHill;
            else if (!isNamed && d < RangeReach)
                ranges += weight * Math.Exp(-RangeFade * d * d);
        }
        return named + Math.Min(ranges, RangesMost);
    }

    /// <summary>
    /// Order in which ground becomes wetland: near water, in reserves, in patches, not in hills or towns.
    /// </summary>
    public double WetSuitability(Coordinate at)
    {
        const double Shore = 1.3, ShoreMetres = 1500, Reserve = 0.75, Patch = 1.1, PatchMetres = 3600;
        const double HillLoss = 0.9, HillMost = 1.5, TownLoss = 1.3;
        return Shore * Math.Exp(-WaterMetres(at) / ShoreMetres) + (IsInReserve(at) ? Reserve : 0)
            + Patch * Chance.Noise("wet", at.X, at.Y, PatchMetres)
            - HillLoss * Math.Min(Hill(at), HillMost) - TownLoss * Town(at);
    }

    /// <summary>
    /// Order in which ground becomes forest: on hills, in patches, not in valleys or towns.
    /// </summary>
    public double ForestSuitability(Coordinate at)
    {
        const double Patch = 1.5, PatchMetres = 4500, Grove = 0.8, GroveMetres = 1300;
        const double ValleyLoss = 0.45, ValleyMetres = 700, TownLoss = 0.9;
        return Hill(at) + Patch * Chance.Noise("forest", at.X, at.Y, PatchMetres)
            + Grove * Chance.Noise("grove", at.X, at.Y, GroveMetres)
            - ValleyLoss * Math.Exp(-WaterMetres(at) / ValleyMetres) - TownLoss * Math.Min(Town(at), 1);
    }
}

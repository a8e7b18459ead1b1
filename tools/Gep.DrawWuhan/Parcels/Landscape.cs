using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// How well each place of the drawing sheet suits water, forest and town: distances to what the facts name, and
/// smooth noise.
/// </summary>
internal sealed class Landscape
{
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
    public bool IsFine(Coordinate at) =>
        (WaterMetres(at) < 900 ? 0.55 : 0.2) + (Town(at) > 0.35 ? 0.15 : 0) > Chance.Noise("fine", at.X, at.Y, 2500);

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
        double sum = 0;
        foreach ((Coordinate centre, double radius, double weight) in towns)
        {
            double d = centre.Distance(at) / radius;
            if (d < 3) sum += weight * Math.Exp(-d * d);
        }
        return sum;
    }

    /// <summary>How much of a range of hills the place is; a named hill counts far above everything else.</summary>
    public double Hill(Coordinate at)
    {
        const double NamedHill = 5;
        double sum = 0;
        foreach ((Coordinate centre, double radius, double weight, bool isNamed) in hills)
        {
            double d = centre.Distance(at) / radius;
            if (isNamed && d < 0.8 + 0.4 * Chance.Noise("hill-edge", at.X, at.Y, radius)) sum += NamedHill;
            else if (!isNamed && d < 1.6) sum += weight * Math.Exp(-1.3 * d * d);
        }
        return sum;
    }

    /// <summary>Order in which ground becomes wetland.</summary>
    public double WetSuitability(Coordinate at) =>
        1.3 * Math.Exp(-WaterMetres(at) / 1500) + (IsInReserve(at) ? 0.75 : 0)
        + 1.1 * Chance.Noise("wet", at.X, at.Y, 3600) - 0.9 * Math.Min(Hill(at), 1.5) - 1.3 * Town(at);

    /// <summary>Order in which ground becomes forest.</summary>
    public double ForestSuitability(Coordinate at) =>
        Hill(at) + 1.5 * Chance.Noise("forest", at.X, at.Y, 4500)
        + 0.8 * Chance.Noise("grove", at.X, at.Y, 1300) - 0.9 * Math.Min(Town(at), 1);
}

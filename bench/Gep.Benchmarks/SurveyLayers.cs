using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// Three layers that overlap, made of the parcels of one city: water, then wetlands, then all the rest, in
/// order of precedence. One of three parcels of the first two was surveyed anew: it is moved by 2 to 20 m and
/// up to 20 m wider, so that it lies over its neighbours on one side and leaves a gap on the other. All
/// others meet their neighbours edge to edge.
/// </summary>
internal static class SurveyLayers
{
    /// <summary>Classes of the generator.</summary>
    private const int Wetland = 1, Water = 2;

    private const int MovedOneOf = 3, Seed = 11;
    private const double LeastMove = 2, MostMove = 20, MostWider = 20;

    /// <summary>The parcels of each layer with their classes.</summary>
    public static IReadOnlyList<IReadOnlyList<(int Class, Geometry Geometry)>> Of(ParcelTable table)
    {
        var random = new Random(Seed);
        List<(int, Geometry)>[] layers = [[], [], []];
        for (int i = 0; i < table.Count; i++)
        {
            int type = table.ClassOf(i);
            Geometry parcel = table.GeometryOf(i);
            int layer = type switch { Water => 0, Wetland => 1, _ => 2 };
            if (layer < 2 && random.Next(MovedOneOf) == 0) Move(parcel, random);
            layers[layer].Add((type, parcel));
        }
        return layers;
    }

    private static void Move(Geometry parcel, Random random)
    {
        double by = LeastMove + (MostMove - LeastMove) * random.NextDouble();
        Envelope box = parcel.EnvelopeInternal;
        double turn = 2 * Math.PI * random.NextDouble();
        double wider = 1 + MostWider * random.NextDouble() / (box.MaxExtent + MostWider);
        Coordinate centre = box.Centre;
        var moved = new HashSet<Coordinate>(ReferenceEqualityComparer.Instance);
        foreach (Coordinate at in parcel.Coordinates)
        {
            if (!moved.Add(at)) continue;
            at.X = centre.X + wider * (at.X - centre.X) + by * Math.Cos(turn);
            at.Y = centre.Y + wider * (at.Y - centre.Y) + by * Math.Sin(turn);
        }
        parcel.GeometryChanged();
    }
}

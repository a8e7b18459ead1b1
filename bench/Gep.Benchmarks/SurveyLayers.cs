using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;

namespace Gep.Benchmarks;

/// <summary>
/// Three layers that overlap, made of the parcels of one city: water, then wetlands, then all the rest, in
/// order of precedence. Some parcels of the first two were surveyed anew: they are moved by 2 to 20 m and up
/// to 20 m wider, so that they lie over their neighbours on one side and leave a gap on the other. All others
/// meet their neighbours edge to edge.
/// </summary>
/// <param name="movedOneOf">Of so many parcels of the first two layers one was surveyed anew.</param>
internal sealed class SurveyLayers(int movedOneOf)
{
    /// <summary>Classes of the generator.</summary>
    private const int Wetland = 1, Water = 2;

    private const int Seed = 11;
    private const double LeastMove = 2, MostMove = 20, MostWider = 20;

    /// <summary>How many layers there are.</summary>
    public const int Layers = 3;

    /// <summary>The parcels of a layer with their classes.</summary>
    public IEnumerable<(int Class, Geometry Geometry)> Of(ParcelTable table, int layer)
    {
        var random = new Random(Seed);
        for (int i = 0; i < table.Count; i++)
        {
            int type = table.ClassOf(i);
            int own = type switch { Water => 0, Wetland => 1, _ => 2 };
            bool isMoved = own < 2 && random.Next(movedOneOf) == 0;
            // What is drawn for a parcel of another layer has to be drawn here too.
            double by = isMoved ? random.NextDouble() : 0, turn = isMoved ? random.NextDouble() : 0;
            double wider = isMoved ? random.NextDouble() : 0;
            if (own != layer) continue;
            Geometry parcel = table.GeometryOf(i);
            if (isMoved) Move(parcel, by, turn, wider);
            yield return (type, parcel);
        }
    }

    /// <summary>The parcels of all layers in order of precedence.</summary>
    public ParcelTable Stacked(ParcelTable table)
    {
        var stacked = new ParcelTable();
        for (int layer = 0; layer < Layers; layer++)
        {
            foreach ((int type, Geometry parcel) in Of(table, layer)) stacked.Add(type, parcel);
        }
        return stacked;
    }

    private static void Move(Geometry parcel, double share, double turns, double widerShare)
    {
        double by = LeastMove + (MostMove - LeastMove) * share, turn = 2 * Math.PI * turns;
        Envelope box = parcel.EnvelopeInternal;
        double wider = 1 + MostWider * widerShare / (box.MaxExtent + MostWider);
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

using Gep.DrawWuhan.Districts;
using Gep.DrawWuhan.Drawing;
using Gep.DrawWuhan.Output;
using Gep.DrawWuhan.Parcels;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Gep.DrawWuhan.Checks;

/// <summary>Areas of the finished layers in one year, after overlaps are resolved by precedence.</summary>
internal sealed class Ground
{
    /// <summary>Free area by ecosystem type inside the city [m²], ordered by type.</summary>
    public SortedDictionary<string, double> FreeByType { get; } = new(StringComparer.Ordinal);

    /// <summary>Area by layer that stronger layers take [m²], in the order of the layers.</summary>
    public List<(string Layer, double Taken)> TakenByLayer { get; } = [];

    /// <summary>Free area of all types of a level-1 class [m²].</summary>
    public double Free(string prefix) =>
        FreeByType.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(e => e.Value);

    /// <summary>Measures the ecosystem layers of a year, strongest first.</summary>
    public static Ground Measure(Layer[] layers, DistrictIndex districts, int year)
    {
        var ground = new Ground();
        var precedence = new Precedence(districts);
        foreach (Layer layer in layers.Where(layer => layer.Role == "ecosystem"))
        {
            Feature[] features = [.. layer.Features.Where(feature => feature.HoldsIn(year))];
            double taken = 0;
            foreach (Feature feature in features)
            {
                (double free, double lost) = precedence.Measure(feature.Shape);
                ground.FreeByType[feature.Type] = ground.FreeByType.GetValueOrDefault(feature.Type) + free;
                taken += lost;
            }
            ground.TakenByLayer.Add((layer.Id, taken));
            precedence.LayDown(features.Select(feature => feature.Shape));
        }
        return ground;
    }

    /// <summary>The largest area two features of one layer share while both hold [m²].</summary>
    public static double LargestOverlapWithin(Layer layer)
    {
        var tree = new STRtree<int>();
        Feature[] all = layer.Features;
        for (int i = 0; i < all.Length; i++) tree.Insert(all[i].Shape.EnvelopeInternal, i);
        double largest = 0;
        for (int i = 0; i < all.Length; i++)
            foreach (int j in tree.Query(all[i].Shape.EnvelopeInternal))
                if (j > i) largest = Math.Max(largest, Overlap(all[i], all[j]));
        return largest;
    }

    private static double Overlap(Feature a, Feature b)
    {
        bool meet = (a.ValidFrom ?? int.MinValue) < (b.ValidTo ?? int.MaxValue)
            && (b.ValidFrom ?? int.MinValue) < (a.ValidTo ?? int.MaxValue);
        if (!meet || !a.Shape.Intersects(b.Shape)) return 0;
        Geometry shared = OverlayNGRobust.Overlay(a.Shape, b.Shape, SpatialFunction.Intersection);
        return Sheet.AreaOfGrid(Planar.Join([.. Planar.Parts(shared)]));
    }
}

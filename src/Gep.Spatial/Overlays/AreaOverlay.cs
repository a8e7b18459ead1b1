using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.Spatial.Overlays;

/// <summary>The area of each class within each zone, for any keys.</summary>
/// <remarks>
/// Everything happens in the equal-area plane, where areas add up. The result does not depend on threads or
/// on the order of features: parcels are taken in order of precedence, and sums run in that order.
/// </remarks>
public static class AreaOverlay
{
    /// <summary>Cuts parcels by zones, and by each other in order of precedence.</summary>
    /// <typeparam name="TZone">What identifies a zone; text is ordered by code unit.</typeparam>
    /// <typeparam name="TClass">What parcels are grouped by; text is ordered by code unit.</typeparam>
    /// <param name="zones">The zones, each key once.</param>
    /// <param name="layers">The layers, the one of highest precedence first.</param>
    /// <param name="options">How to run; null for the usual way.</param>
    /// <exception cref="ArgumentException">A key is given twice, or fewer than one thread.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static AreaOverlayResult<TZone, TClass> Compute<TZone, TClass>(
        IEnumerable<OverlayZone<TZone>> zones,
        IReadOnlyList<OverlayLayer<TClass>> layers,
        OverlayOptions? options = null)
        where TZone : notnull
        where TClass : notnull
    {
        options ??= new OverlayOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        OverlayZone<TZone>[] orderedZones = [.. zones.OrderBy(zone => zone.Key, KeyOrder<TZone>.Comparer)];
        for (int i = 1; i < orderedZones.Length; i++)
        {
            if (KeyOrder<TZone>.Comparer.Compare(orderedZones[i - 1].Key, orderedZones[i].Key) == 0)
                throw new ArgumentException($"Zone {orderedZones[i].Key} is given twice.", nameof(zones));
        }
        ParcelRank<TClass>[] ranks = RanksOf(layers);
        var table = new ParcelTable();
        foreach (ParcelRank<TClass> rank in ranks) table.Add(0, rank.Parcel.Geometry);
        var areas = new OverlayAreas(
            [.. orderedZones.Select(zone => zone.Geometry)],
            table,
            rank => ranks[rank].Parcel.Geometry,
            rank => ranks[rank].Layer,
            options);
        OverlayCuts cuts = OverlayCuts.Of(areas, options);
        double[]? uncovered = options.Uncovered == UncoveredRule.SubtractAndMeasure
            ? MeasureUncovered(areas, options)
            : null;
        return new OverlaySums<TZone, TClass>(orderedZones, layers, ranks, areas, cuts, uncovered).Result();
    }

    private static ParcelRank<TClass>[] RanksOf<TClass>(IReadOnlyList<OverlayLayer<TClass>> layers)
    {
        var ranks = new List<ParcelRank<TClass>>();
        for (int layer = 0; layer < layers.Count; layer++)
        {
            for (int index = 0; index < layers[layer].Parcels.Count; index++)
            {
                OverlayParcel<TClass> parcel = layers[layer].Parcels[index];
                if (parcel.Geometry is Polygon or MultiPolygon && !parcel.Geometry.IsEmpty)
                    ranks.Add(new ParcelRank<TClass>(layer, index, parcel));
            }
        }
        ranks.Sort(ParcelRank<TClass>.Compare);
        return [.. ranks];
    }

    /// <summary>The uncovered rest of each zone, by union and difference.</summary>
    private static double[] MeasureUncovered(OverlayAreas areas, OverlayOptions options)
    {
        var parcels = new STRtree<int>();
        for (int i = 0; i < areas.Table.Count; i++) parcels.Insert(areas.GeometryOf(i).EnvelopeInternal, i);
        parcels.Build();
        return InParallel(areas.Zones, options, zone =>
        {
            Geometry[] near = [.. parcels.Query(zone.EnvelopeInternal).Order().Select(areas.GeometryOf)];
            return new UncoveredArea(options.CancellationToken).SquareMetres(zone, near);
        });
    }

    private static TResult[] InParallel<T, TResult>(T[] items, OverlayOptions options, Func<T, TResult> make)
    {
        var results = new TResult[items.Length];
        Parallel.For(0, items.Length, ParallelOptionsOf(options), i => results[i] = make(items[i]));
        return results;
    }

    private static ParallelOptions ParallelOptionsOf(OverlayOptions options) => new()
    {
        MaxDegreeOfParallelism = options.Threads,
        CancellationToken = options.CancellationToken,
    };
}

using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>The zones of a coverage made ready to measure tables of parcels by class.</summary>
/// <remarks>
/// For millions of parcels that do not overlap, or whose overlaps are to be kept; nothing is kept of a parcel
/// but its share in the sums. <see cref="AreaOverlay"/> resolves overlaps and lists every piece.
/// </remarks>
public sealed class ZoneOverlay
{
    private const int ChunkParcels = 2048;

    private readonly Geometry[] _zones;
    private readonly ZoneGrid _grid;

    private ZoneOverlay(Geometry[] zones, ZoneGrid grid) => (_zones, _grid) = (zones, grid);

    /// <summary>How many zones there are.</summary>
    public int Zones => _zones.Length;

    /// <summary>
    /// Makes zones ready; null where they are no coverage: where they overlap, or share a border without
    /// sharing its vertices.
    /// </summary>
    /// <param name="zones">Valid polygons and multipolygons in the equal-area plane.</param>
    /// <param name="parcels">How many parcels are to be expected.</param>
    public static ZoneOverlay? Of(IEnumerable<Geometry> zones, int parcels)
    {
        Geometry[] all = [.. zones];
        return ZoneGrid.Of(all, parcels) is { } grid ? new ZoneOverlay(all, grid) : null;
    }

    /// <summary>Area of each class in each zone.</summary>
    /// <param name="table">The parcels; not changed by others meanwhile.</param>
    /// <param name="options">Threads, progress and cancellation; overlaps are kept.</param>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public ZoneClassAreas Measure(ParcelTable table, OverlayOptions? options = null)
    {
        options ??= new OverlayOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        var total = new ZoneClassAreas(_zones.Length, table.Classes);
        int chunks = (table.Count + ChunkParcels - 1) / ChunkParcels, done = 0;
        var gate = new Lock();
        Parallel.For(
            0,
            chunks,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = options.CancellationToken,
            },
            () => (
                Cutter: new ZoneCutter(_grid, _zones, table),
                Areas: new ZoneClassAreas(_zones.Length, table.Classes)),
            (chunk, _, mine) =>
            {
                int end = Math.Min(table.Count, (chunk + 1) * ChunkParcels);
                for (int parcel = chunk * ChunkParcels; parcel < end; parcel++)
                    mine.Areas.Add(mine.Cutter, parcel, table.ClassOf(parcel));
                int now = Interlocked.Add(ref done, end - chunk * ChunkParcels);
                options.Progress?.Report(new OverlayProgress(now, table.Count));
                return mine;
            },
            mine =>
            {
                lock (gate) total.Add(mine.Areas, mine.Cutter);
            });
        return total;
    }

    /// <summary>
    /// Gives one parcel another shape and carries the change into the sums, which are then those that a full
    /// run would give.
    /// </summary>
    /// <param name="areas">Sums over the table as it was.</param>
    /// <param name="table">The parcels.</param>
    /// <param name="parcel">Index of the changed one.</param>
    /// <param name="area">Its new shape, valid and in the equal-area plane.</param>
    public void Change(ZoneClassAreas areas, ParcelTable table, int parcel, Geometry area)
    {
        var cutter = new ZoneCutter(_grid, _zones, table);
        areas.Remove(cutter, parcel, table.ClassOf(parcel));
        table.Replace(parcel, area);
        areas.Add(cutter, parcel, table.ClassOf(parcel));
    }
}

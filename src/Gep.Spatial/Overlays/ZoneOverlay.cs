using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>The zones of a coverage made ready to measure tables of parcels by class.</summary>
/// <remarks>
/// For millions of parcels; nothing is kept of a parcel but its share in the sums.
/// <see cref="AreaOverlay"/> lists every piece.
/// </remarks>
public sealed class ZoneOverlay
{
    private const int ChunkParcels = 2048;

    private readonly Geometry[] _zones;
    private readonly ZoneGrid _grid;

    /// <summary>Room for splitting that one run leaves to the next.</summary>
    private readonly ConcurrentBag<ZoneSplit> _spare = [];

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
        int chunks = (table.Count + ChunkParcels - 1) / ChunkParcels, next = -1, done = 0;
        var gate = new Lock();
        Parallel.For(
            0,
            Math.Min(options.Threads, Math.Max(chunks, 1)),
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads },
            _ =>
            {
                if (!_spare.TryTake(out ZoneSplit? split)) split = new ZoneSplit(_grid);
                var cutter = new ZoneCutter(split, _zones, table);
                var areas = new ZoneClassAreas(_zones.Length, table.Classes);
                for (int chunk; (chunk = Interlocked.Increment(ref next)) < chunks;)
                {
                    if (options.CancellationToken.IsCancellationRequested) return;
                    int start = chunk * ChunkParcels, end = Math.Min(table.Count, start + ChunkParcels);
                    areas.Add(cutter, table, start, end);
                    options.Progress?.Report(
                        new OverlayProgress(Interlocked.Add(ref done, end - start), table.Count));
                }
                lock (gate) total.Add(areas, cutter);
                _spare.Add(split);
            });
        options.CancellationToken.ThrowIfCancellationRequested();
        return total;
    }

    /// <summary>Area of each class in each zone, where parcels take from those behind them.</summary>
    /// <param name="table">The parcels in order of precedence; not changed by others meanwhile.</param>
    /// <param name="options">Threads, progress and cancellation; overlaps are resolved.</param>
    /// <returns>Net areas; a piece counts also where nothing is left of it.</returns>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public ZoneClassAreas MeasureNet(ParcelTable table, OverlayOptions? options = null)
    {
        options ??= new OverlayOptions();
        ZoneClassAreas total = Measure(table, options);
        if (table.Count == 0) return total;
        var overlaps = new OverlapShares(table, options);
        var areas = new OverlayAreas(
            _zones, _grid, table, table.GeometryOf, new int[table.Count], overlaps);
        var gate = new Lock();
        Parallel.For(
            0,
            (table.Count + ChunkParcels - 1) / ChunkParcels,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads, CancellationToken = options.CancellationToken,
            },
            () => (Cutter: new ParcelCutter(areas), Losses: new ZoneClassAreas(_zones.Length, table.Classes)),
            (chunk, _, room) =>
            {
                int end = Math.Min(table.Count, (chunk + 1) * ChunkParcels);
                for (int parcel = chunk * ChunkParcels; parcel < end; parcel++)
                {
                    if (overlaps.IsDecided(parcel) && overlaps.Of(parcel).IsEmpty) continue;
                    room.Cutter.Lose(parcel, room.Losses);
                }
                return room;
            },
            room =>
            {
                lock (gate) total.Add(room.Losses);
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
        if (!_spare.TryTake(out ZoneSplit? split)) split = new ZoneSplit(_grid);
        var cutter = new ZoneCutter(split, _zones, table);
        areas.Remove(cutter, parcel, table.ClassOf(parcel));
        table.Replace(parcel, area);
        areas.Add(cutter, parcel, table.ClassOf(parcel));
        _spare.Add(split);
    }
}

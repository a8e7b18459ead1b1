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
        int done = 0;
        var gate = new Lock();
        SharedWork.Run(
            Chunks(table),
            options,
            () =>
            {
                if (!_spare.TryTake(out ZoneSplit? split)) split = new ZoneSplit(_grid);
                return (
                    Split: split, Cutter: new ZoneCutter(split, _zones, table),
                    Areas: new ZoneClassAreas(_zones.Length, table.Classes));
            },
            (room, chunk) =>
            {
                (int start, int end) = Chunk(table, chunk);
                room.Areas.Add(room.Cutter, table, start, end);
                options.Progress?.Report(
                    new OverlayProgress(Interlocked.Add(ref done, end - start), table.Count));
            },
            room =>
            {
                lock (gate) total.Add(room.Areas, room.Cutter);
                _spare.Add(room.Split);
            });
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
        var areas = new OverlayAreas(_zones, _grid, table, table.GeometryOf, layerOf: _ => 0, overlaps);
        var gate = new Lock();
        SharedWork.Run(
            Chunks(table),
            options,
            () => (Cutter: new ParcelCutter(areas), Losses: new ZoneClassAreas(_zones.Length, table.Classes)),
            (room, chunk) =>
            {
                (int start, int end) = Chunk(table, chunk);
                for (int parcel = start; parcel < end; parcel++)
                {
                    if (overlaps.IsDecided(parcel) && overlaps.Of(parcel).IsEmpty) continue;
                    room.Cutter.Lose(parcel, room.Losses);
                }
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

    private static int Chunks(ParcelTable table) => (table.Count + ChunkParcels - 1) / ChunkParcels;

    private static (int Start, int End) Chunk(ParcelTable table, int chunk) =>
        (chunk * ChunkParcels, Math.Min(table.Count, (chunk + 1) * ChunkParcels));
}

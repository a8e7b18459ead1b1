using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The areas of an overlay in order of precedence, ready to be searched from several threads.
/// </summary>
internal sealed class OverlayAreas
{
    private readonly MadeOnce<IndexedArea> _indexed;
    private readonly LargeParcels _large;

    /// <param name="zones">Zones in order of their keys.</param>
    /// <param name="table">Parcels in order of precedence.</param>
    /// <param name="geometryOf">Their geometries.</param>
    /// <param name="layerOf">Layer of each parcel.</param>
    /// <param name="options">How to run.</param>
    public OverlayAreas(
        Geometry[] zones, ParcelTable table, Func<int, Geometry> geometryOf, Func<int, int> layerOf,
        OverlayOptions options)
        : this(
            zones, ZoneGrid.Of(zones, table.Count), table, geometryOf, layerOf,
            options.Overlaps == OverlapRule.Resolve && table.Count > 0
                ? new OverlapShares(table, options)
                : null)
    {
    }

    /// <param name="zones">Zones in order of their keys.</param>
    /// <param name="grid">The grid over them; null where they are no coverage.</param>
    /// <param name="table">Parcels in order of precedence.</param>
    /// <param name="geometryOf">Their geometries.</param>
    /// <param name="layerOf">Layer of each parcel.</param>
    /// <param name="overlaps">What they take from each other; null when overlaps are kept.</param>
    public OverlayAreas(
        Geometry[] zones, ZoneGrid? grid, ParcelTable table, Func<int, Geometry> geometryOf,
        Func<int, int> layerOf, OverlapShares? overlaps)
    {
        (Zones, Grid, Table, GeometryOf, LayerOf) = (zones, grid, table, geometryOf, layerOf);
        Overlaps = overlaps;
        IndexedZones = Grid is null ? [.. zones.Select(zone => new IndexedArea(zone))] : [];
        _indexed = new MadeOnce<IndexedArea>(table.Count);
        _large = overlaps?.Large ?? new LargeParcels(table);
    }

    /// <summary>Zones in order of their keys.</summary>
    public Geometry[] Zones { get; }

    /// <summary>The zones made ready one by one; none where they are a coverage.</summary>
    public IndexedArea[] IndexedZones { get; }

    /// <summary>Geometry of a parcel.</summary>
    public Func<int, Geometry> GeometryOf { get; }

    /// <summary>Layer of each parcel.</summary>
    public Func<int, int> LayerOf { get; }

    /// <summary>Parcels in order of precedence.</summary>
    public ParcelTable Table { get; }

    /// <summary>The grid over the zones; null where they are no coverage.</summary>
    public ZoneGrid? Grid { get; }

    /// <summary>What parcels take from each other; null when overlaps are kept.</summary>
    public OverlapShares? Overlaps { get; }

    /// <summary>Whether a place that is not on its border lies in a parcel; exact.</summary>
    public bool Contains(int rank, double x, double y) => _large.Holds(rank, x, y) is true;

    /// <summary>
    /// Fills a list with the vertices with which edges of a parcel near a box begin, in ascending order.
    /// </summary>
    public void FindEdges(int rank, in PlaneBox box, List<int> found) => _large.FindEdges(rank, box, found);

    /// <summary>A parcel made ready for many questions, when it is first asked for.</summary>
    public IndexedArea Indexed(int rank) =>
        _indexed[rank] ?? _indexed.Keep(rank, new IndexedArea(GeometryOf(rank)));
}

using System.Runtime.Intrinsics;

namespace Gep.Spatial.Overlays;

/// <summary>Splits parcels by the zones of a coverage.</summary>
internal sealed class ZoneSplit(ZoneGrid grid) : BorderSplit(grid.Segments)
{
    private readonly Stamps _seen = new(grid.Segments.Count);

    /// <summary>The grid over the zones.</summary>
    public ZoneGrid Grid => grid;

    /// <summary>Zones that border on the parcel of the last split.</summary>
    public IEnumerable<int> ZonesNear =>
        Near.SelectMany(s => new[] { grid.Segments[s].Left, grid.Segments[s].Right }).Distinct().Order();

    /// <summary>
    /// The zone of a parcel that no border comes near; null where one does.
    /// </summary>
    /// <param name="rings">The parcel.</param>
    /// <param name="box">Its least x and y, greatest x and y [m].</param>
    public int? WholeZone(ParcelRings rings, Vector128<float> box)
    {
        int? free = grid.FindSegments(box, _seen, Near);
        if (Near.Count > 0) return null;
        return free ?? ZoneAt(rings.Xs[rings.Offset], rings.Ys[rings.Offset]);
    }

    /// <inheritdoc/>
    protected override int ZoneAt(double x, double y) => grid.ZoneAt(x, y, _seen);

    /// <inheritdoc/>
    protected override int ZoneOfRun(EdgeList edges, int first, int last)
    {
        // All vertices lie in one zone; one away from borders tells it with a look at its cell.
        const int FewestTries = 8;
        int step = Math.Max(1, (last - first) / FewestTries);
        for (int i = first; i <= last; i += step)
        {
            if (grid.FreeZoneAt(edges[i].X0, edges[i].Y0) is { } zone) return zone;
        }
        return ZoneAt(edges[first].X0, edges[first].Y0);
    }
}

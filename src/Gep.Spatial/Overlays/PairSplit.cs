using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The area that two parcels of a table have in common, without building a geometry.</summary>
/// <remarks>
/// The one parcel is split by the border of the other. Neighbours that share edges have exactly none.
/// </remarks>
internal sealed class PairSplit : BorderSplit
{
    private readonly OverlayAreas _areas;
    private readonly ParcelTable _table;
    private readonly ZoneSegments _other;
    private readonly List<int> _edges = [];
    private int _otherParcel;

    public PairSplit(OverlayAreas areas)
        : this(areas, ZoneSegments.Reusable())
    {
    }

    private PairSplit(OverlayAreas areas, ZoneSegments other)
        : base(other) => (_areas, _table, _other) = (areas, areas.Table, other);

    /// <summary>Common area [m²]; null where that needs a closer look than this one.</summary>
    /// <param name="parcel">The one parcel.</param>
    /// <param name="box">Its exact box.</param>
    /// <param name="other">The other parcel.</param>
    public double? CommonSquareMetres(int parcel, in PlaneBox box, int other)
    {
        ParcelRings rings = _table.Rings(parcel);
        TakeBorder(other, box);
        if (Near.Count == 0)
            return ZoneAt(rings.Xs[rings.Offset], rings.Ys[rings.Offset]) == 0 ? _table.SquareMetres(parcel)
                : 0;
        if (!TrySplit(rings, box, _table.SquareMetres(parcel))) return null;
        double common = 0;
        for (int i = 0; i < Tally.Count; i++)
        {
            if (Tally.ZoneOf(i) == 0) common += Tally.SquareMetresOf(i);
        }
        if (common < -ZoneCutter.LeastPieceSquareMetres) return null;
        return common < ZoneCutter.LeastPieceSquareMetres ? 0 : common;
    }

    /// <inheritdoc/>
    protected override int ZoneAt(double x, double y) =>
        _areas.Contains(_otherParcel, x, y) ? 0 : ZoneSegments.Outside;

    private void TakeBorder(int other, in PlaneBox box)
    {
        _otherParcel = other;
        _other.Clear();
        Near.Clear();
        ParcelRings rings = _table.Rings(other);
        _areas.FindEdges(other, box, _edges);
        foreach (int edge in _edges)
        {
            double ax = rings.Xs[edge], ay = rings.Ys[edge], bx = rings.Xs[edge + 1], by = rings.Ys[edge + 1];
            if (ax == bx && ay == by) continue;
            Near.Add(_other.Count);
            _other.Add(ax, ay, bx, by);
        }
    }
}

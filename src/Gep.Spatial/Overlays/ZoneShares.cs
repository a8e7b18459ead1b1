using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Overlays;

/// <summary>What a parcel has in each zone: by the grid of a coverage, or zone by zone without one.</summary>
internal sealed class ZoneShares(OverlayAreas areas)
{
    private readonly ZoneCutter? _cutter =
        areas.Grid is null ? null : new ZoneCutter(new ZoneSplit(areas.Grid), areas.Zones, areas.Table);

    private readonly AffineTransformation _unmoved = new();

    private readonly AreaRelate _relate = new();
    private readonly AreaCut _cut = new();
    private readonly List<ZoneShare> _shares = [];

    /// <summary>In how many zones the last parcel lies.</summary>
    public int Count => _shares.Count;

    /// <summary>What the last parcel has outside all zones [m²].</summary>
    public double Outside { get; private set; }

    /// <summary>OverlayNG had to snap vertices for the last parcel.</summary>
    public bool HasSnapped => _cut.HasSnapped || _cutter is { HasSnapped: true };

    public ZoneShare this[int index] => _shares[index];

    /// <summary>Cuts the parcel of the given rank.</summary>
    public void Cut(int rank)
    {
        _shares.Clear();
        Outside = 0;
        _cut.HasSnapped = false;
        if (_cutter is null)
        {
            CutByEachZone(rank);
            return;
        }
        double area = _cutter.Cut(rank, out int? whole);
        if (whole is { } zone)
        {
            Take(new ZoneShare(zone, area));
            return;
        }
        foreach (ZoneShare share in _cutter.Shares) Take(share);
    }

    /// <summary>What a part of the last parcel has in one of its zones [m²].</summary>
    /// <param name="piece">The part.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="toOrigin">Carries the zone to where the part is seen from.</param>
    public double ShareOf(Geometry piece, int zone, AffineTransformation toOrigin) => piece.IsEmpty
        ? 0
        : EllipsoidArea.SquareMetres(_cut.Intersection(piece, toOrigin.Transform(areas.Zones[zone])));

    /// <summary>What a part of the last parcel has outside all zones [m²].</summary>
    public double OutsideOf(Geometry piece, double area, AffineTransformation toOrigin)
    {
        foreach (ZoneShare share in _shares)
        {
            if (piece.IsEmpty) return 0;
            piece = _cut.Difference(piece, toOrigin.Transform(areas.Zones[share.Zone]));
            area = EllipsoidArea.SquareMetres(piece);
        }
        return area;
    }

    private void Take(ZoneShare share)
    {
        if (share.Zone == ZoneSegments.Outside) Outside = share.SquareMetres;
        else if (share.SquareMetres > 0) _shares.Add(share);
    }

    private void CutByEachZone(int rank)
    {
        IndexedArea parcel = areas.Indexed(rank);
        bool isWhole = false;
        for (int zone = 0; zone < areas.Zones.Length; zone++)
        {
            AreaRelation relation = _relate.Relate(parcel, areas.IndexedZones[zone]);
            if (relation == AreaRelation.Apart) continue;
            isWhole |= relation == AreaRelation.FirstWithinSecond;
            double share = relation == AreaRelation.FirstWithinSecond
                ? parcel.SquareMetres
                : EllipsoidArea.SquareMetres(_cut.Intersection(parcel.Geometry, areas.Zones[zone]));
            if (share > 0) _shares.Add(new ZoneShare(zone, share));
        }
        Outside = isWhole ? 0 : OutsideOf(parcel.Geometry, parcel.SquareMetres, _unmoved);
    }
}

using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The areas of an overlay in order of precedence, ready to be searched from several threads.
/// </summary>
/// <param name="Zones">Zones in order of their keys.</param>
/// <param name="Parcels">Parcels in order of precedence.</param>
/// <param name="ZoneTree">Zones by box.</param>
/// <param name="ParcelTree">Parcels by box; null when overlaps are kept.</param>
internal sealed record OverlayAreas(
    IndexedArea[] Zones, IndexedArea[] Parcels, STRtree<int> ZoneTree, STRtree<int>? ParcelTree);

/// <summary>Cuts parcels one at a time; each thread has its own.</summary>
/// <remarks>
/// Only what really crosses is cut; a parcel that lies in one zone and meets no parcel of higher precedence
/// costs a few comparisons.
/// </remarks>
internal sealed class ParcelCutter(OverlayAreas areas)
{
    private readonly AreaRelate _relate = new();
    private readonly AreaCut _cut = new();
    private readonly List<(int Zone, AreaRelation Relation)> _zones = [];
    private readonly List<Taking> _takings = [];
    private readonly List<ZonePart> _parts = [];

    /// <summary>Cuts the parcel of the given rank.</summary>
    public ParcelCut Cut(int rank)
    {
        IndexedArea parcel = areas.Parcels[rank];
        _cut.HasSnapped = false;
        FindZones(parcel);
        Geometry left = TakeAway(rank, parcel);
        bool isWhole = ReferenceEquals(left, parcel.Geometry);
        double net = isWhole ? parcel.SquareMetres : EllipsoidArea.SquareMetres(left);
        _parts.Clear();
        foreach ((int zone, AreaRelation relation) in _zones)
        {
            double gross = InZone(parcel.Geometry, parcel.SquareMetres, zone, relation);
            _parts.Add(new ZonePart(zone, isWhole ? gross : InZone(left, net, zone, relation), gross));
        }
        double outside = Outside(parcel.Geometry, parcel.SquareMetres);
        return new ParcelCut(
            parcel.SquareMetres, net, [.. _parts], isWhole ? outside : Outside(left, net), outside,
            [.. _takings], _cut.HasSnapped);
    }

    private void FindZones(IndexedArea parcel)
    {
        _zones.Clear();
        foreach (int zone in areas.ZoneTree.Query(parcel.Box).Order())
        {
            AreaRelation relation = _relate.Relate(parcel, areas.Zones[zone]);
            if (relation != AreaRelation.Apart) _zones.Add((zone, relation));
        }
    }

    /// <summary>What parcels of higher precedence leave; the very geometry where they take nothing.</summary>
    private Geometry TakeAway(int rank, IndexedArea parcel)
    {
        _takings.Clear();
        Geometry left = parcel.Geometry;
        if (areas.ParcelTree is null) return left;
        double area = parcel.SquareMetres;
        foreach (int winner in areas.ParcelTree.Query(parcel.Box).Where(other => other < rank).Order())
        {
            AreaRelation relation = _relate.Relate(parcel, areas.Parcels[winner]);
            if (relation == AreaRelation.Apart) continue;
            Geometry rest = relation == AreaRelation.FirstWithinSecond
                ? PlaneGeometry.Factory.CreatePolygon()
                : _cut.Difference(left, areas.Parcels[winner].Geometry);
            double restArea = EllipsoidArea.SquareMetres(rest);
            _takings.Add(new Taking(winner, area - restArea));
            (left, area) = (rest, restArea);
            if (left.IsEmpty) break;
        }
        return left;
    }

    private double InZone(Geometry piece, double area, int zone, AreaRelation relation)
    {
        if (relation == AreaRelation.FirstWithinSecond || piece.IsEmpty) return area;
        return EllipsoidArea.SquareMetres(_cut.Intersection(piece, areas.Zones[zone].Geometry));
    }

    private double Outside(Geometry piece, double area)
    {
        if (piece.IsEmpty) return 0;
        foreach ((int zone, AreaRelation relation) in _zones)
        {
            if (relation == AreaRelation.FirstWithinSecond) return 0;
            piece = _cut.Difference(piece, areas.Zones[zone].Geometry);
            area = EllipsoidArea.SquareMetres(piece);
        }
        return area;
    }
}

using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The areas of an overlay in order of precedence, ready to be searched from several threads.
/// </summary>
/// <param name="Zones">Zones in order of their keys.</param>
/// <param name="Parcels">Parcels in order of precedence.</param>
/// <param name="LayerOf">Layer of each parcel.</param>
/// <param name="ZoneTree">Zones by box.</param>
/// <param name="ParcelTree">Parcels by box; null when overlaps are kept.</param>
internal sealed record OverlayAreas(
    IndexedArea[] Zones,
    IndexedArea[] Parcels,
    int[] LayerOf,
    STRtree<int> ZoneTree,
    STRtree<int>? ParcelTree);

/// <summary>Cuts parcels one at a time; each thread has its own.</summary>
/// <remarks>
/// Only what really crosses is cut; a parcel that lies in one zone and meets no parcel of higher precedence
/// costs a few comparisons.
/// </remarks>
internal sealed class ParcelCutter(OverlayAreas areas)
{
    /// <summary>Up to this many parcels of higher precedence are taken away one by one.</summary>
    private const int FewWinners = 16;

    /// <summary>Overlaps below this are rounding at shared edges [m²].</summary>
    private const double LeastOverlapSquareMetres = 1e-4;

    private readonly AreaRelate _relate = new();
    private readonly AreaCut _cut = new();
    private readonly List<(int Zone, AreaRelation Relation)> _zones = [];
    private readonly List<(int Winner, AreaRelation Relation)> _winners = [];
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
        _winners.Clear();
        if (areas.ParcelTree is null) return parcel.Geometry;
        foreach (int winner in areas.ParcelTree.Query(parcel.Box).Where(other => other < rank).Order())
        {
            AreaRelation relation = _relate.Relate(parcel, areas.Parcels[winner]);
            if (relation != AreaRelation.Apart) _winners.Add((winner, relation));
            if (relation == AreaRelation.FirstWithinSecond) break;
        }
        Geometry left = parcel.Geometry;
        double area = parcel.SquareMetres;
        int next;
        for (int first = 0; first < _winners.Count && !left.IsEmpty; first = next)
        {
            next = GroupEnd(first);
            (int winner, int pairs) = CountPairs(parcel, first, next);
            left = _winners[next - 1].Relation == AreaRelation.FirstWithinSecond
                ? PlaneGeometry.Factory.CreatePolygon()
                : _cut.Difference(left, UnionOf(first, next));
            double rest = EllipsoidArea.SquareMetres(left);
            _takings.Add(new Taking(winner, area - rest, pairs));
            area = rest;
        }
        return left;
    }

    /// <summary>
    /// Few winners are taken away one by one. Many are united by layer first, since each single step would
    /// cost as much as all holes cut before it.
    /// </summary>
    private int GroupEnd(int first)
    {
        int next = first + 1;
        if (_winners.Count <= FewWinners) return next;
        int layer = areas.LayerOf[_winners[first].Winner];
        while (next < _winners.Count && areas.LayerOf[_winners[next].Winner] == layer) next++;
        return next;
    }

    private Geometry UnionOf(int first, int next) => next == first + 1
        ? areas.Parcels[_winners[first].Winner].Geometry
        : AreaCut.Union([.. _winners[first..next].Select(winner => areas.Parcels[winner.Winner].Geometry)]);

    /// <summary>
    /// How many winners of a group share more than rounding with the parcel, and the first of them.
    /// </summary>
    private (int Winner, int Pairs) CountPairs(IndexedArea parcel, int first, int next)
    {
        int pairs = 0, firstWinner = _winners[first].Winner;
        for (int k = first; k < next; k++)
        {
            (int winner, AreaRelation relation) = _winners[k];
            IndexedArea other = areas.Parcels[winner];
            double common = relation == AreaRelation.Crossing
                ? EllipsoidArea.SquareMetres(_cut.Intersection(parcel.Geometry, other.Geometry))
                : Math.Min(parcel.SquareMetres, other.SquareMetres);
            if (common < LeastOverlapSquareMetres) continue;
            if (pairs++ == 0) firstWinner = winner;
        }
        return (firstWinner, pairs);
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

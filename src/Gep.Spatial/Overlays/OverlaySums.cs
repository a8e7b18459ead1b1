using Gep.Spatial.Measures;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>Adds the cut parcels up, always in order of precedence.</summary>
internal sealed class OverlaySums<TZone, TClass>(
    OverlayZone<TZone>[] zones,
    IReadOnlyList<OverlayLayer<TClass>> layers,
    ParcelRank<TClass>[] ranks,
    OverlayAreas areas,
    ParcelCut[] cuts,
    double[]? measuredUncovered)
    where TZone : notnull
    where TClass : notnull
{
    public AreaOverlayResult<TZone, TClass> Result()
    {
        List<ClassArea<TZone, TClass>> classes = ClassAreas();
        ZoneArea<TZone>[] zoneAreas = ZoneAreas();
        return new AreaOverlayResult<TZone, TClass>(
            zoneAreas, classes, Pieces(), Parcels(), Overlaps(), Residual(zoneAreas, classes), Problems());
    }

    private List<OverlayPiece<TZone, TClass>> Pieces()
    {
        var pieces = new List<OverlayPiece<TZone, TClass>>(ranks.Length);
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            (int layer, int index, OverlayParcel<TClass> parcel) = ranks[rank];
            foreach (ZonePart part in cuts[rank].Parts.Where(part => part.Gross > 0))
            {
                pieces.Add(new OverlayPiece<TZone, TClass>(
                    layer, index, parcel.Id, parcel.Class, zones[part.Zone].Key, part.Net, part.Gross));
            }
        }
        return pieces;
    }

    private List<ParcelArea> Parcels() => ranks.Zip(cuts, (rank, cut) => new ParcelArea(
        rank.Layer, rank.Index, cut.Net, cut.SquareMetres, cut.OutsideNet, cut.OutsideGross)).ToList();

    private List<ClassArea<TZone, TClass>> ClassAreas()
    {
        var sums = new SortedDictionary<TClass, ClassSum>[zones.Length];
        for (int zone = 0; zone < zones.Length; zone++) sums[zone] = new(KeyOrder<TClass>.Comparer);
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (ZonePart part in cuts[rank].Parts.Where(part => part.Gross > 0))
            {
                TClass key = ranks[rank].Parcel.Class;
                sums[part.Zone].TryGetValue(
                    key, out ClassSum sum);
                sum.Pieces++;
                sum.Net.Add(part.Net);
                sum.Gross.Add(part.Gross);
                sums[part.Zone][key] = sum;
            }
        }
        return sums.SelectMany((ofZone, zone) => ofZone.Select(entry => new ClassArea<TZone, TClass>(
            zones[zone].Key,
            entry.Key,
            entry.Value.Pieces,
            entry.Value.Net.Value,
            entry.Value.Gross.Value))).ToList();
    }

    private ZoneArea<TZone>[] ZoneAreas()
    {
        double[] zoneAreas = [.. areas.Zones.Select(EllipsoidArea.SquareMetres)];
        var rest = new CompensatedSum[zones.Length];
        for (int zone = 0; zone < zones.Length; zone++) rest[zone].Add(zoneAreas[zone]);
        foreach (ZonePart part in cuts.SelectMany(cut => cut.Parts)) rest[part.Zone].Add(-part.Net);
        return zones.Select((zone, i) => new ZoneArea<TZone>(
            zone.Key, zoneAreas[i], rest[i].Value)).ToArray();
    }

    private List<LayerOverlap> Overlaps()
    {
        var sums = new SortedDictionary<(int Winner, int Loser), OverlapSum>();
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (Taking taking in cuts[rank].Takings)
            {
                (int, int) key = (ranks[taking.Winner].Layer, ranks[rank].Layer);
                sums.TryGetValue(key, out OverlapSum sum);
                sum.Area.Add(taking.SquareMetres);
                sum.Pairs += taking.Pairs;
                if (taking.Pairs > 0) sum.First ??= (taking.Winner, rank);
                sums[key] = sum;
            }
        }
        return sums.Select(entry =>
        {
            Coordinate? place = entry.Value.First is (int winner, int loser) ? PlaceOf(winner, loser) : null;
            return new LayerOverlap(
                entry.Key.Winner, entry.Key.Loser, entry.Value.Area.Value, entry.Value.Pairs,
                place?.X, place?.Y);
        }).ToList();
    }

    private Coordinate PlaceOf(int winner, int loser)
    {
        Geometry common = new AreaCut().Intersection(
            areas.Parcels[winner], areas.Parcels[loser]);
        return EqualAreaPlane.ToLonLat(common.InteriorPoint.Coordinate);
    }

    private OverlayResidual Residual(
        ZoneArea<TZone>[] zoneAreas, List<ClassArea<TZone, TClass>> classes)
    {
        double parcel = 0, zone = 0;
        double? uncovered = measuredUncovered is null ? null : 0;
        foreach (ParcelCut cut in cuts)
        {
            CompensatedSum net = default, gross = default;
            net.Add(cut.SquareMetres - cut.OutsideNet);
            gross.Add(cut.SquareMetres - cut.OutsideGross);
            foreach (ZonePart part in cut.Parts)
            {
                net.Add(-part.Net);
                gross.Add(-part.Gross);
            }
            foreach (Taking taking in cut.Takings) net.Add(-taking.SquareMetres);
            parcel = Math.Max(parcel, Math.Max(Math.Abs(net.Value), Math.Abs(gross.Value)));
        }
        ILookup<TZone, ClassArea<TZone, TClass>> ofZone = classes.ToLookup(sum => sum.Zone);
        for (int i = 0; i < zoneAreas.Length; i++)
        {
            CompensatedSum rest = default;
            rest.Add(zoneAreas[i].SquareMetres - zoneAreas[i].UncoveredSquareMetres);
            foreach (ClassArea<TZone, TClass> sum in ofZone[zoneAreas[i].Key]) rest.Add(-sum.NetSquareMetres);
            zone = Math.Max(zone, Math.Abs(rest.Value));
            if (measuredUncovered is not null)
            {
                uncovered = Math.Max(
                    uncovered!.Value, Math.Abs(zoneAreas[i].UncoveredSquareMetres - measuredUncovered[i]));
            }
        }
        return new OverlayResidual(parcel, zone, uncovered);
    }

    private List<LayerProblem> Problems() =>
        ranks.Zip(cuts).Where(pair => pair.Second.HasSnapped).Select(pair =>
        {
            Coordinate place = EqualAreaPlane.ToLonLat(pair.First.Parcel.Geometry.Coordinate);
            return LayerProblem.At(LayerProblemCode.OverlaySnapped, new LayerPlace(
                layers[pair.First.Layer].Name,
                FeatureId: pair.First.Parcel.Id,
                Longitude: place.X,
                Latitude: place.Y));
        }).ToList();

    private struct ClassSum
    {
        public int Pieces;
        public CompensatedSum Net;
        public CompensatedSum Gross;
    }

    private struct OverlapSum
    {
        public CompensatedSum Area;
        public int Pairs;
        public (int Winner, int Loser)? First;
    }
}

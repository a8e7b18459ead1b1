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
    OverlayCuts cuts,
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
            foreach (ref readonly ZonePart part in cuts.PartsOf(rank))
            {
                if (part.Gross <= 0) continue;
                pieces.Add(new OverlayPiece<TZone, TClass>(
                    layer, index, parcel.Id, parcel.Class, zones[part.Zone].Key, part.Net, part.Gross));
            }
        }
        return pieces;
    }

    private ParcelArea[] Parcels()
    {
        var parcels = new ParcelArea[ranks.Length];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            ref readonly ParcelCut cut = ref cuts[rank];
            parcels[rank] = new ParcelArea(
                ranks[rank].Layer, ranks[rank].Index, cut.Net, areas.Table.SquareMetres(rank),
                cut.OutsideNet, cut.OutsideGross);
        }
        return parcels;
    }

    private List<ClassArea<TZone, TClass>> ClassAreas()
    {
        (List<TClass> classes, int[] classOf) = Classes();
        var sums = new ClassSum[zones.Length * classes.Count];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (ref readonly ZonePart part in cuts.PartsOf(rank))
            {
                if (part.Gross <= 0) continue;
                ref ClassSum sum = ref sums[part.Zone * classes.Count + classOf[rank]];
                sum.Pieces++;
                sum.Net.Add(part.Net);
                sum.Gross.Add(part.Gross);
            }
        }
        int[] order = [.. Enumerable.Range(0, classes.Count)
            .OrderBy(place => classes[place], KeyOrder<TClass>.Comparer)];
        var found = new List<ClassArea<TZone, TClass>>();
        for (int zone = 0; zone < zones.Length; zone++)
        {
            foreach (int one in order)
            {
                ref ClassSum sum = ref sums[zone * classes.Count + one];
                if (sum.Pieces == 0) continue;
                found.Add(new ClassArea<TZone, TClass>(
                    zones[zone].Key, classes[one], sum.Pieces, sum.Net.Value, sum.Gross.Value));
            }
        }
        return found;
    }

    /// <summary>The classes as they are first met, and the place of each parcel's among them.</summary>
    private (List<TClass> Classes, int[] ClassOf) Classes()
    {
        var classes = new List<TClass>();
        var placeOf = new Dictionary<TClass, int>();
        var classOf = new int[ranks.Length];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            TClass key = ranks[rank].Parcel.Class;
            if (!placeOf.TryGetValue(key, out int place))
            {
                place = classes.Count;
                placeOf.Add(key, place);
                classes.Add(key);
            }
            classOf[rank] = place;
        }
        return (classes, classOf);
    }

    private ZoneArea<TZone>[] ZoneAreas()
    {
        double[] zoneAreas = [.. areas.Zones.Select(EllipsoidArea.SquareMetres)];
        var rest = new CompensatedSum[zones.Length];
        for (int zone = 0; zone < zones.Length; zone++) rest[zone].Add(zoneAreas[zone]);
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (ref readonly ZonePart part in cuts.PartsOf(rank)) rest[part.Zone].Add(-part.Net);
        }
        return zones.Select((zone, i) => new ZoneArea<TZone>(
            zone.Key, zoneAreas[i], rest[i].Value)).ToArray();
    }

    private List<LayerOverlap> Overlaps()
    {
        var sums = new SortedDictionary<(int Winner, int Loser), OverlapSum>();
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (ref readonly Taking taking in cuts.TakingsOf(rank))
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
            areas.GeometryOf(winner), areas.GeometryOf(loser));
        return EqualAreaPlane.ToLonLat(common.InteriorPoint.Coordinate);
    }

    private OverlayResidual Residual(
        ZoneArea<TZone>[] zoneAreas, List<ClassArea<TZone, TClass>> classes)
    {
        double parcel = 0, zone = 0;
        double? uncovered = measuredUncovered is null ? null : 0;
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            CompensatedSum net = default, gross = default;
            double area = areas.Table.SquareMetres(rank);
            net.Add(area - cuts[rank].OutsideNet);
            gross.Add(area - cuts[rank].OutsideGross);
            foreach (ref readonly ZonePart part in cuts.PartsOf(rank))
            {
                net.Add(-part.Net);
                gross.Add(-part.Gross);
            }
            foreach (ref readonly Taking taking in cuts.TakingsOf(rank)) net.Add(-taking.SquareMetres);
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

    private List<LayerProblem> Problems()
    {
        var problems = new List<LayerProblem>();
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            if (!cuts[rank].HasSnapped) continue;
            OverlayParcel<TClass> parcel = ranks[rank].Parcel;
            Coordinate place = EqualAreaPlane.ToLonLat(parcel.Geometry.Coordinate);
            problems.Add(LayerProblem.At(LayerProblemCode.OverlaySnapped, new LayerPlace(
                layers[ranks[rank].Layer].Name, FeatureId: parcel.Id,
                Longitude: place.X, Latitude: place.Y)));
        }
        return problems;
    }

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

using System.Numerics;
using System.Runtime.InteropServices;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Overlays;

/// <summary>Takes away from a parcel what parcels of higher precedence have of it.</summary>
/// <remarks>
/// What each takes is known of most parcels (<see cref="OverlapShares"/>). Where it is not, and those that
/// take from it do not overlap each other, each takes its common area. Otherwise, and where several zones
/// have to be told apart, the parcel is split by all of them at once. Only where that is not decided,
/// OverlayNG builds the rest.
/// </remarks>
internal sealed class PrecedenceCut(OverlayAreas areas)
{
    /// <summary>Up to this many parcels of higher precedence are taken away one by one.</summary>
    private const int FewWinners = 16;

    /// <summary>Overlaps below this are rounding at shared edges [m²].</summary>
    private const double LeastOverlapSquareMetres = 1e-4;

    private readonly NeighbourTest _neighbours = new(areas.Table);
    private readonly PairSplit _pair = new(areas);
    private readonly PrecedenceSplit _split = new(areas);
    private readonly ZoneCutter? _winnerZones =
        areas.Grid is null ? null : new ZoneCutter(new ZoneSplit(areas.Grid), areas.Zones, areas.Table);

    private readonly Dictionary<int, int?> _zoneOfWinner = [];
    private readonly AreaRelate _relate = new();
    private readonly AreaCut _cut = new();
    private readonly List<int> _candidates = [], _ranks = [];

    /// <summary>The zone from which each winner takes, where each takes from one; else none.</summary>
    private readonly List<int> _zones = [];
    private readonly List<(int Winner, double? SquareMetres)> _winners = [];
    private readonly List<Taking> _takings = [];
    private bool _isSplit;

    /// <summary>What others took, by precedence.</summary>
    public List<Taking> Takings => _takings;

    /// <summary>What is left of the parcel [m²].</summary>
    public double Net { get; private set; }

    /// <summary>The rest as a geometry seen from the parcel, where it had to be made.</summary>
    public Geometry? Left { get; private set; }

    /// <summary>Carries geometries to where <see cref="Left"/> is seen from.</summary>
    public AffineTransformation ToOrigin { get; private set; } = new();

    /// <summary>OverlayNG had to snap vertices for the last parcel.</summary>
    public bool HasSnapped => _cut.HasSnapped;

    /// <summary>Cuts the parcel of the given rank.</summary>
    /// <param name="rank">The parcel.</param>
    /// <param name="byZones">It will be asked what is left of it in each zone.</param>
    public void Cut(int rank, bool byZones)
    {
        _takings.Clear();
        _cut.HasSnapped = false;
        Net = areas.Table.SquareMetres(rank);
        Left = null;
        _isSplit = false;
        _zones.Clear();
        if (areas.Overlaps is null) return;
        if (areas.Overlaps.IsDecided(rank))
        {
            ReadOnlySpan<ParcelShare> shares = areas.Overlaps.Of(rank);
            if (!byZones || TakeFromOneZoneEach(rank, shares))
            {
                TakeAll(shares);
                return;
            }
            TakeWinners(shares);
        }
        else FindWinners(rank);
        if (_winners.Count == 0) return;
        bool isKnown = _winners.TrueForAll(winner => winner.SquareMetres is not null);
        if (isKnown && !byZones && WinnersAreApart()) TakeShares(Net);
        else if (isKnown && TrySplit(rank, byZones)) TakeFaces();
        else TakeGeometry(rank);
    }

    /// <summary>
    /// What is left in a zone [m²], or beyond all; null where <see cref="Left"/> has to be cut for that.
    /// </summary>
    /// <param name="zone">The zone.</param>
    /// <param name="gross">What the parcel has there [m²].</param>
    public double? NetIn(int zone, double gross)
    {
        if (_zones.Count > 0)
        {
            double left = gross;
            for (int i = 0; i < _takings.Count; i++)
            {
                if (_zones[i] == zone) left -= _takings[i].SquareMetres;
            }
            return left < ZoneCutter.LeastPieceSquareMetres ? 0 : left;
        }
        if (!_isSplit) return null;
        double net = 0;
        for (int i = 0; i < _split.Faces; i++)
        {
            (SplitFace face, double area) = _split[i];
            if (face == new SplitFace(0, zone)) net += area;
        }
        return net < ZoneCutter.LeastPieceSquareMetres ? 0 : net;
    }

    /// <summary>Whether each winner takes from one zone only.</summary>
    private bool TakeFromOneZoneEach(int rank, ReadOnlySpan<ParcelShare> shares)
    {
        foreach (ref readonly ParcelShare share in shares)
        {
            if ((ZoneOfCommonBox(rank, share.Winner) ?? ZoneOf(share.Winner)) is not { } zone)
            {
                _zones.Clear();
                return false;
            }
            _zones.Add(zone);
        }
        return true;
    }

    /// <summary>The zone of all that two parcels may have in common, where the grid tells it.</summary>
    private int? ZoneOfCommonBox(int one, int other)
    {
        PlaneBox common = areas.Table.RoughBoxOf(one).Common(areas.Table.RoughBoxOf(other));
        return areas.Grid is { } grid && grid.TryFindZone(common.Rounded, out int zone) ? zone : null;
    }

    /// <summary>The zone of a parcel that lies in one only; null where it does not.</summary>
    private int? ZoneOf(int parcel)
    {
        if (_winnerZones is null) return null;
        if (_zoneOfWinner.TryGetValue(parcel, out int? known)) return known;
        _winnerZones.Cut(parcel, out int? zone);
        if (zone is null && _winnerZones.Shares.Count == 1) zone = _winnerZones.Shares[0].Zone;
        _zoneOfWinner.Add(parcel, zone);
        return zone;
    }

    private void TakeWinners(ReadOnlySpan<ParcelShare> shares)
    {
        _winners.Clear();
        foreach (ref readonly ParcelShare share in shares) _winners.Add((share.Winner, share.SquareMetres));
    }

    private void TakeAll(ReadOnlySpan<ParcelShare> shares)
    {
        CompensatedSum left = default;
        left.Add(Net);
        foreach (ref readonly ParcelShare share in shares)
        {
            if (left.Value < ZoneCutter.LeastPieceSquareMetres) break;
            int pairs = share.SquareMetres >= LeastOverlapSquareMetres ? 1 : 0;
            _takings.Add(new Taking(share.Winner, share.Taken, pairs));
            left.Add(-share.Taken);
        }
        Net = left.Value < ZoneCutter.LeastPieceSquareMetres ? 0 : left.Value;
    }

    private void FindWinners(int rank)
    {
        _winners.Clear();
        areas.Overlaps!.Parcels.FindLower(rank, _candidates);
        if (_candidates.Count == 0) return;
        areas.Table.MeasureAgain(rank, out PlaneBox box);
        foreach (int other in _candidates)
        {
            if (_neighbours.AreApart(rank, other)) continue;
            double? common = _pair.CommonSquareMetres(rank, box, other);
            if (common is 0) continue;
            if (common is null
                && _relate.Relate(areas.Indexed(rank), areas.Indexed(other)) == AreaRelation.Apart)
            {
                continue;
            }
            _winners.Add((other, common));
        }
    }

    private bool WinnersAreApart()
    {
        for (int i = 1; i < _winners.Count; i++)
        {
            areas.Table.MeasureAgain(_winners[i].Winner, out PlaneBox box);
            for (int j = 0; j < i; j++)
            {
                areas.Table.MeasureAgain(_winners[j].Winner, out PlaneBox other);
                if (!box.Overlaps(other)) continue;
                if (_neighbours.AreApart(_winners[i].Winner, _winners[j].Winner)) continue;
                if (_pair.CommonSquareMetres(_winners[i].Winner, box, _winners[j].Winner) is not 0)
                    return false;
            }
        }
        return true;
    }

    private void TakeShares(double area)
    {
        CompensatedSum left = default;
        left.Add(area);
        foreach ((int winner, double? common) in _winners)
        {
            _takings.Add(new Taking(winner, common!.Value, common >= LeastOverlapSquareMetres ? 1 : 0));
            left.Add(-common.Value);
        }
        Net = left.Value < ZoneCutter.LeastPieceSquareMetres ? 0 : left.Value;
    }

    private bool TrySplit(int rank, bool byZones)
    {
        if (byZones && areas.Grid is null) return false;
        _ranks.Clear();
        foreach ((int winner, _) in _winners) _ranks.Add(winner);
        return _isSplit = _split.TrySplit(rank, CollectionsMarshal.AsSpan(_ranks), byZones);
    }

    /// <summary>Gives each face to the first of those that lie over it.</summary>
    private void TakeFaces()
    {
        double left = Net;
        for (int bit = 0; bit < _split.Bits && left >= ZoneCutter.LeastPieceSquareMetres; bit++)
        {
            (int winner, int pairs) = CountPairs(bit);
            CompensatedSum taken = default;
            for (int i = 0; i < _split.Faces; i++)
            {
                (SplitFace face, double area) = _split[i];
                bool isFirst = face.Winners != 0 && BitOperations.TrailingZeroCount(face.Winners) == bit;
                if (isFirst) taken.Add(area);
            }
            _takings.Add(new Taking(winner, taken.Value, pairs));
            left -= taken.Value;
        }
        Net = left < ZoneCutter.LeastPieceSquareMetres ? 0 : left;
    }

    /// <summary>How many winners of a bit share more than rounding, and the first of them.</summary>
    private (int Winner, int Pairs) CountPairs(int bit)
    {
        int pairs = 0, first = -1;
        for (int i = 0; i < _winners.Count; i++)
        {
            if (_split.BitOf(i) != bit) continue;
            bool counts = _winners[i].SquareMetres >= LeastOverlapSquareMetres;
            if (first < 0 || counts && pairs == 0) first = _winners[i].Winner;
            if (counts) pairs++;
        }
        return (first, pairs);
    }

    private void TakeGeometry(int rank)
    {
        _takings.Clear();
        // Seen from the parcel itself, crossings are rounded a thousand times less.
        Coordinate origin = areas.GeometryOf(rank).Coordinate;
        ToOrigin = AffineTransformation.TranslationInstance(-origin.X, -origin.Y);
        Geometry left = ToOrigin.Transform(areas.GeometryOf(rank));
        double area = areas.Table.SquareMetres(rank);
        int next;
        for (int first = 0; first < _winners.Count && !left.IsEmpty; first = next)
        {
            next = GroupEnd(first);
            (int winner, int pairs) = CountPairs(rank, first, next);
            left = _cut.Difference(left, UnionOf(first, next));
            double rest = EllipsoidArea.SquareMetres(left);
            _takings.Add(new Taking(winner, area - rest, pairs));
            area = rest;
        }
        (Left, Net) = (left, area);
    }

    /// <summary>
    /// Few winners are taken away one by one. Many are united by layer first, since each single step would
    /// cost as much as all holes cut before it.
    /// </summary>
    private int GroupEnd(int first)
    {
        int next = first + 1;
        if (_winners.Count <= FewWinners) return next;
        int layer = areas.LayerOf(_winners[first].Winner);
        while (next < _winners.Count && areas.LayerOf(_winners[next].Winner) == layer) next++;
        return next;
    }

    /// <summary>What winners have together, seen from the parcel.</summary>
    private Geometry UnionOf(int first, int next) => next == first + 1
        ? ToOrigin.Transform(areas.GeometryOf(_winners[first].Winner))
        : AreaCut.Union([.. _winners[first..next].Select(winner =>
            ToOrigin.Transform(areas.GeometryOf(winner.Winner)))]);

    /// <summary>
    /// How many winners of a group share more than rounding with the parcel, and the first of them.
    /// </summary>
    private (int Winner, int Pairs) CountPairs(int rank, int first, int next)
    {
        int pairs = 0, firstWinner = _winners[first].Winner;
        for (int k = first; k < next; k++)
        {
            (int winner, double? known) = _winners[k];
            double common = known ?? EllipsoidArea.SquareMetres(
                _cut.Intersection(
                    ToOrigin.Transform(areas.GeometryOf(rank)),
                    ToOrigin.Transform(areas.GeometryOf(winner))));
            if (common < LeastOverlapSquareMetres) continue;
            if (pairs++ == 0) firstWinner = winner;
        }
        return (firstWinner, pairs);
    }
}

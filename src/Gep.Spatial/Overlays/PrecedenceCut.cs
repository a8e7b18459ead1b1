using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>Takes away from a parcel what parcels of higher precedence have of it.</summary>
/// <remarks>
/// Where the parcels that take from it do not overlap each other, each takes its common area and no geometry
/// is made; otherwise, and where the rest must be cut by zones as well, the rest is built by OverlayNG.
/// </remarks>
internal sealed class PrecedenceCut(OverlayAreas areas)
{
    private readonly PairSplit _pair = new(areas.Table);
    private readonly AreaRelate _relate = new();
    private readonly AreaCut _cut = new();
    private readonly List<int> _candidates = [];
    private readonly List<(int Winner, double? SquareMetres)> _winners = [];
    private readonly List<Taking> _takings = [];

    /// <summary>What others took, by precedence.</summary>
    public IReadOnlyList<Taking> Takings => _takings;

    /// <summary>What is left of the parcel [m²].</summary>
    public double Net { get; private set; }

    /// <summary>The rest as a geometry, where it was asked for or had to be made.</summary>
    public Geometry? Left { get; private set; }

    /// <summary>OverlayNG had to snap vertices for the last parcel.</summary>
    public bool HasSnapped => _cut.HasSnapped;

    /// <summary>Cuts the parcel of the given rank.</summary>
    public void Cut(int rank, bool needsGeometry)
    {
        _takings.Clear();
        _cut.HasSnapped = false;
        Net = areas.Table.SquareMetres(rank);
        Left = null;
        if (areas.Neighbours is null) return;
        FindWinners(rank);
        if (_winners.Count == 0) return;
        bool isKnown = _winners.TrueForAll(winner => winner.SquareMetres is not null) && WinnersAreApart();
        if (isKnown) TakeShares(Net);
        if (!isKnown || needsGeometry && Net > 0) TakeGeometry(rank);
    }

    private void FindWinners(int rank)
    {
        _winners.Clear();
        areas.Neighbours!.FindLower(rank, _candidates);
        if (_candidates.Count == 0) return;
        areas.Table.MeasureAgain(rank, out PlaneBox box);
        foreach (int other in _candidates)
        {
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
                if (_pair.CommonSquareMetres(_winners[i].Winner, box, _winners[j].Winner) is not 0) return false;
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
            _takings.Add(new Taking(winner, common!.Value));
            left.Add(-common.Value);
        }
        Net = left.Value < ZoneCutter.LeastPieceSquareMetres ? 0 : left.Value;
    }

    private void TakeGeometry(int rank)
    {
        _takings.Clear();
        Geometry left = areas.Parcels[rank];
        double area = areas.Table.SquareMetres(rank);
        foreach ((int winner, _) in _winners)
        {
            AreaRelation relation = _relate.Relate(areas.Indexed(rank), areas.Indexed(winner));
            if (relation == AreaRelation.Apart) continue;
            Geometry rest = relation == AreaRelation.FirstWithinSecond
                ? PlaneGeometry.Factory.CreatePolygon()
                : _cut.Difference(left, areas.Parcels[winner]);
            double restArea = EllipsoidArea.SquareMetres(rest);
            _takings.Add(new Taking(winner, area - restArea));
            (left, area) = (rest, restArea);
            if (left.IsEmpty) break;
        }
        (Left, Net) = (left, area);
    }
}

using System.Runtime.CompilerServices;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Overlays;

/// <summary>Cuts the parcels of a table by the zones of a coverage; each thread has its own.</summary>
/// <remarks>
/// By the grid alone where no border is near, by <see cref="ZoneSplit"/> where one is, and by OverlayNG where
/// that is not decided.
/// </remarks>
internal sealed class ZoneCutter(ZoneSplit split, IReadOnlyList<Geometry> zones, ParcelTable table)
{
    /// <summary>Pieces below this are rounding [m²]: 2e-10 m along a border of 500 m.</summary>
    public const double LeastPieceSquareMetres = 1e-7;

    /// <summary>Shares must add up to the parcel within this part of it [-].</summary>
    private const double ClosingShare = 1e-9;

    private readonly AreaCut _cut = new();
    private readonly List<ZoneShare> _shares = [];

    /// <summary>What the last parcel has in each zone and outside, ascending by zone.</summary>
    public IReadOnlyList<ZoneShare> Shares => _shares;

    /// <summary>How many parcels needed OverlayNG.</summary>
    public int Overlaid { get; private set; }

    /// <summary>How many parcels were split at borders.</summary>
    public int Split { get; private set; }

    /// <summary>
    /// Most by which the shares of a split missed the parcel, as a part of it; of 1 m² where it is smaller
    /// [-].
    /// </summary>
    public double LargestMiss { get; private set; }

    /// <summary>OverlayNG had to snap vertices for the last parcel.</summary>
    public bool HasSnapped => _cut.HasSnapped;

    /// <summary>
    /// The zone of a parcel that the grid tells without a look at it; false where a border may be near.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindZone(in ParcelRow parcel, out int zone) =>
        split.Grid.TryFindZone(parcel.Box, out zone);

    /// <summary>
    /// Area of a parcel [m²]; its zone where it lies in one only, else null and <see cref="Shares"/> is set.
    /// </summary>
    public double Cut(int parcel, out int? whole)
    {
        if (!TryFindZone(table.RowOf(parcel), out int zone)) return CutNearBorder(parcel, out whole);
        _cut.HasSnapped = false;
        whole = zone;
        return table.SquareMetres(parcel);
    }

    /// <summary>The same for a parcel of which the grid does not tell.</summary>
    public double CutNearBorder(int parcel, out int? whole)
    {
        _cut.HasSnapped = false;
        double area = table.SquareMetres(parcel);
        ParcelRings rings = table.Rings(parcel);
        whole = split.WholeZone(rings, table.RowOf(parcel).Box);
        if (whole is null) CutAtBorders(parcel, rings, area);
        return area;
    }

    private void CutAtBorders(int parcel, ParcelRings rings, double area)
    {
        Split++;
        _shares.Clear();
        if (split.TrySplit(rings, table.RoughBoxOf(parcel), area))
        {
            bool isPositive = true;
            for (int i = 0; i < split.Tally.Count; i++)
            {
                _shares.Add(new ZoneShare(split.Tally.ZoneOf(i), split.Tally.SquareMetresOf(i)));
                isPositive &= _shares[i].SquareMetres > -LeastPieceSquareMetres;
            }
            if (isPositive && AddsUp(area))
            {
                Tidy(area);
                return;
            }
            _shares.Clear();
        }
        Overlaid++;
        Overlay(table.GeometryOf(parcel), area);
        Tidy(area);
    }

    /// <summary>Whether the shares found add up to the parcel; what is missing is noted.</summary>
    private bool AddsUp(double area)
    {
        double miss = area;
        for (int i = 0; i < _shares.Count; i++) miss -= _shares[i].SquareMetres;
        miss = Math.Abs(miss);
        if (miss > Math.Max(LeastPieceSquareMetres, ClosingShare * area)) return false;
        LargestMiss = Math.Max(LargestMiss, miss / Math.Max(area, 1));
        return true;
    }

    /// <summary>Leaves out what is rounding, and sees to it that the shares add up to the parcel.</summary>
    private void Tidy(double area)
    {
        int kept = 0;
        for (int i = 0; i < _shares.Count; i++)
        {
            if (_shares[i].SquareMetres < LeastPieceSquareMetres) continue;
            ZoneShare share = _shares[i];
            int k = kept++;
            for (; k > 0 && _shares[k - 1].Zone > share.Zone; k--) _shares[k] = _shares[k - 1];
            _shares[k] = share;
        }
        _shares.RemoveRange(kept, _shares.Count - kept);
        if (_shares.Count == 0) return;
        int largest = 0;
        double rest = area;
        for (int i = 0; i < _shares.Count; i++)
        {
            rest -= _shares[i].SquareMetres;
            if (_shares[i].SquareMetres > _shares[largest].SquareMetres) largest = i;
        }
        _shares[largest] = new ZoneShare(
            _shares[largest].Zone, _shares[largest].SquareMetres + rest);
    }

    private void Overlay(Geometry parcel, double area)
    {
        // Seen from the parcel itself, crossings are rounded a thousand times less.
        Coordinate origin = parcel.Coordinate;
        var toOrigin = AffineTransformation.TranslationInstance(-origin.X, -origin.Y);
        parcel = toOrigin.Transform(parcel);
        double inside = 0;
        bool mayReachOut = false;
        foreach (int zone in split.ZonesNear)
        {
            if (zone == ZoneSegments.Outside)
            {
                mayReachOut = true;
                continue;
            }
            double share = EllipsoidArea.SquareMetres(_cut.Intersection(parcel, toOrigin.Transform(zones[
                zone])));
            _shares.Add(new ZoneShare(zone, share));
            inside += share;
        }
        if (mayReachOut) _shares.Add(new ZoneShare(ZoneSegments.Outside, area - inside));
    }
}

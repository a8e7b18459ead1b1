using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Spatial.Overlays;

namespace Gep.Api.Accounts;

/// <summary>Finds which types turned into which, by parcels that are gone and the ground they left.</summary>
/// <remarks>
/// A piece that stands in both years is stable as far as its net area is. What a parcel lost is shared over
/// the closing parcels by the area each covers of its outline; what none covers is uncovered.
/// </remarks>
internal static class ChangesFromLayers
{
    /// <summary>Net areas that differ by less than this [m²] are the same.</summary>
    private const double SameSquareMetres = 1.0;

    /// <summary>The change matrix of two overlays.</summary>
    public static ChangeMatrix Compute(LayerExtents opening, LayerExtents closing, int threads)
    {
        var before = Pieces(opening);
        var after = Pieces(closing);
        var changes = new List<ExtentChange>();
        var lost = new List<(Piece Piece, double Area)>();
        foreach (var (key, piece) in before)
        {
            bool isThere = after.TryGetValue(key, out var later) && later.Type == piece.Type;
            double stable = isThere ? Math.Min(piece.Net, later.Net) : 0.0;
            if (stable > 0) changes.Add(Change(piece.District, piece.Type, piece.Type, stable));
            if (piece.Net - stable > SameSquareMetres) lost.Add((piece, piece.Net - stable));
        }
        var covers = CoversOf(lost, closing, threads);
        foreach (var (piece, area) in lost)
        {
            double rest = area;
            foreach (var (type, share) in covers.GetValueOrDefault(piece.Key, []))
            {
                changes.Add(Change(piece.District, piece.Type, type, area * share));
                rest -= area * share;
            }
            if (rest > SameSquareMetres) changes.Add(Change(piece.District, piece.Type, null, rest));
        }
        AddGainedGround(changes, closing.Extents);
        return new ChangeMatrix(opening.Extents, closing.Extents, changes);
    }

    /// <summary>What a type gained beyond the ground that others lost was uncovered before.</summary>
    private static void AddGainedGround(List<ExtentChange> changes, ExtentTable closing)
    {
        var reached = changes.Where(change => change.To is not null)
            .GroupBy(change => (change.District, change.To!.Value))
            .ToDictionary(group => group.Key, group => group.Sum(change => change.Area.SquareMetres));
        foreach (var extent in closing.Extents)
        {
            double gained = extent.Area.SquareMetres - reached.GetValueOrDefault(
                (extent.District, extent.Type));
            if (gained > SameSquareMetres) changes.Add(Change(extent.District, null, extent.Type, gained));
        }
    }

    private static Dictionary<string, ImmutableArray<(EcosystemTypeCode Type, double Share)>> CoversOf(
        List<(Piece Piece, double Area)> lost, LayerExtents closing, int threads)
    {
        if (lost.Count == 0) return [];
        var zones = lost.DistinctBy(one => one.Piece.Key)
            .Select(one => new OverlayZone<string>(one.Piece.Key, one.Piece.Parcel.Feature.Feature.Geometry))
            .ToArray();
        var layers = closing.Layers.Select((parcels, index) => new OverlayLayer<EcosystemTypeCode>(
            $"closing-{index}",
            [.. parcels.Select(parcel => new OverlayParcel<EcosystemTypeCode>(
                parcel.Feature.Feature.Id, parcel.Type, parcel.Feature.Feature.Geometry))])).ToArray();
        var overlay = AreaOverlay.Compute(zones, layers, new OverlayOptions { Threads = threads });
        var areas = overlay.Zones.ToDictionary(zone => zone.Key, zone =>
            zone.SquareMetres, StringComparer.Ordinal);
        return overlay.ClassAreas
            .Where(area => area.NetSquareMetres > SameSquareMetres && areas[area.Zone] > 0)
            .GroupBy(area => area.Zone, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group
                    .Select(area => (area.Class, Math.Min(1.0, area.NetSquareMetres / areas[area.Zone])))
                    .ToImmutableArray(),
                StringComparer.Ordinal);
    }

    private static SortedDictionary<string, Piece> Pieces(LayerExtents extents)
    {
        var pieces = new SortedDictionary<string, Piece>(StringComparer.Ordinal);
        foreach (var piece in extents.Overlay.Pieces.Where(piece => piece.NetSquareMetres > 0))
        {
            var parcel = extents.ParcelOf(piece);
            string key = $"{parcel.Feature.Layer.Id}|{parcel.Feature.Feature.Id}|{piece.Zone}";
            pieces[key] = new Piece(key, piece.Zone, piece.Class, piece.NetSquareMetres, parcel);
        }
        return pieces;
    }

    private static ExtentChange Change(
        DistrictCode district, EcosystemTypeCode? from, EcosystemTypeCode? to, double squareMetres) =>
        new(district, from, to, Area.FromSquareMetres(squareMetres));

    private readonly record struct Piece(
        string Key, DistrictCode District, EcosystemTypeCode Type, double Net, Layers.EcosystemParcel Parcel);
}

using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Api.Layers;
using Gep.Spatial.Overlays;

namespace Gep.Api.Accounts;

/// <summary>What the overlay of one year gave.</summary>
/// <param name="Extents">Areas of ecosystem types by district.</param>
/// <param name="Overlay">The pieces behind them.</param>
/// <param name="Layers">
/// Ecosystem layers in the overlay's order, with their parcels in the overlay's order.
/// </param>
internal sealed record LayerExtents(
    ExtentTable Extents,
    AreaOverlayResult<DistrictCode, EcosystemTypeCode> Overlay,
    ImmutableArray<ImmutableArray<EcosystemParcel>> Layers)
{
    /// <summary>Pieces by district and type, sorted out when first asked for.</summary>
    private readonly Lazy<ILookup<DistrictCode, OverlayPiece<DistrictCode, EcosystemTypeCode>[]>> byDistrict =
        new(() => Overlay.Pieces.GroupBy(piece => (piece.Zone, piece.Class))
            .ToLookup(group => group.Key.Zone, group => group.ToArray()));

    /// <summary>The parcel of a piece.</summary>
    public EcosystemParcel ParcelOf(OverlayPiece<DistrictCode, EcosystemTypeCode> piece) =>
        Layers[piece.Layer][piece.Parcel];

    /// <summary>The pieces of a type, or of one within it, in a district.</summary>
    public IEnumerable<OverlayPiece<DistrictCode, EcosystemTypeCode>> PiecesOf(
        DistrictCode district, EcosystemTypeCode type) =>
        byDistrict.Value[district].Where(pieces => pieces[0].Class.IsWithin(type))
            .SelectMany(pieces => pieces);
}

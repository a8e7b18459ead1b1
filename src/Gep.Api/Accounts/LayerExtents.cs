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
    /// <summary>The parcel of a piece.</summary>
    public EcosystemParcel ParcelOf(OverlayPiece<DistrictCode, EcosystemTypeCode> piece) =>
        Layers[piece.Layer][piece.Parcel];
}

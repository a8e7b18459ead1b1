using Gep.Spatial.Problems;

namespace Gep.Spatial.Overlays;

/// <summary>The areas of an overlay; every list has an order that depends on keys and ids only.</summary>
/// <typeparam name="TZone">What identifies a zone.</typeparam>
/// <typeparam name="TClass">What parcels are grouped by.</typeparam>
/// <param name="Zones">Every zone, by key.</param>
/// <param name="ClassAreas">Every class in every zone where it has area, by zone and class.</param>
/// <param name="Pieces">
/// Every parcel in every zone that it has area in, by precedence of the parcel and zone.
/// </param>
/// <param name="Parcels">Every parcel with area, by precedence.</param>
/// <param name="Overlaps">What layers take from each other and from themselves, by winner and loser.</param>
/// <param name="Residual">How far the sums are from closing.</param>
/// <param name="Problems">Remarks of the run, by precedence of the parcel.</param>
public sealed record AreaOverlayResult<TZone, TClass>(
    IReadOnlyList<ZoneArea<TZone>> Zones,
    IReadOnlyList<ClassArea<TZone, TClass>> ClassAreas,
    IReadOnlyList<OverlayPiece<TZone, TClass>> Pieces,
    IReadOnlyList<ParcelArea> Parcels,
    IReadOnlyList<LayerOverlap> Overlaps,
    OverlayResidual Residual,
    IReadOnlyList<LayerProblem> Problems);

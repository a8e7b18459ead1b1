namespace Gep.Spatial.Overlays;

/// <summary>How far the sums of an overlay are from closing; rounding keeps all below 1e-3 m².</summary>
/// <param name="LargestParcelSquareMetres">
/// Largest difference between a parcel and its pieces, what it lost and what lies outside [m²]; large where
/// zones overlap.
/// </param>
/// <param name="LargestZoneSquareMetres">
/// Largest difference between a zone and its classes and uncovered rest [m²].
/// </param>
/// <param name="LargestUncoveredSquareMetres">
/// Largest difference between the uncovered rest subtracted and measured [m²]; null when it was not measured.
/// </param>
public sealed record OverlayResidual(
    double LargestParcelSquareMetres, double LargestZoneSquareMetres, double? LargestUncoveredSquareMetres);

namespace Gep.Spatial.Overlays;

/// <summary>What the parcels of one layer take from those of another, inside and outside the zones.</summary>
/// <param name="WinnerLayer">Index of the layer that has the area.</param>
/// <param name="LoserLayer">Index of the layer that loses it; the same for overlaps within a layer.</param>
/// <param name="SquareMetres">How much [m²].</param>
/// <param name="Pairs">How many pairs of parcels share at least 1 cm².</param>
/// <param name="Longitude">A place in the first such pair, longitude [°]; null when there is none.</param>
/// <param name="Latitude">A place in the first such pair, latitude [°]; null when there is none.</param>
public sealed record LayerOverlap(
    int WinnerLayer, int LoserLayer, double SquareMetres, int Pairs, double? Longitude, double? Latitude);

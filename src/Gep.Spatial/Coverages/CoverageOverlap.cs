namespace Gep.Spatial.Coverages;

/// <summary>One patch that two zones have in common.</summary>
/// <param name="First">Id of the one zone.</param>
/// <param name="Second">Id of the other, after the first by code unit.</param>
/// <param name="SquareMetres">Area of the patch [m²].</param>
/// <param name="Longitude">A place in it, longitude [°].</param>
/// <param name="Latitude">A place in it, latitude [°].</param>
public sealed record CoverageOverlap(
    string First, string Second, double SquareMetres, double Longitude, double Latitude);

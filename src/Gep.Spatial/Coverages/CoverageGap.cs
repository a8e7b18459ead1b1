namespace Gep.Spatial.Coverages;

/// <summary>A hole in the union of all zones.</summary>
/// <param name="SquareMetres">Area of the hole [m²].</param>
/// <param name="Longitude">A place in it, longitude [°].</param>
/// <param name="Latitude">A place in it, latitude [°].</param>
public sealed record CoverageGap(double SquareMetres, double Longitude, double Latitude);

namespace Gep.Spatial.Crs;

/// <summary>The centre of one thing in a layer and in a trusted reference.</summary>
/// <param name="Longitude">Longitude in the layer [°].</param>
/// <param name="Latitude">Latitude in the layer [°].</param>
/// <param name="ReferenceLongitude">Longitude in the reference [°].</param>
/// <param name="ReferenceLatitude">Latitude in the reference [°].</param>
/// <param name="Weight">Weight in the mean, above 0: its area [m²].</param>
public readonly record struct MatchedCentre(
    double Longitude, double Latitude, double ReferenceLongitude, double ReferenceLatitude, double Weight)
    : IComparable<MatchedCentre>
{
    /// <summary>
    /// Length of one degree of latitude on a sphere of the Earth's size [m]; close enough here.
    /// </summary>
    private const double MetresPerDegree = 6371008.8 * Math.PI / 180;

    /// <summary>How far east of the reference the layer has it [m].</summary>
    public double EastMetres =>
        (Longitude - ReferenceLongitude) * MetresPerDegree * Math.Cos(ReferenceLatitude * Math.PI / 180);

    /// <summary>How far north of the reference the layer has it [m].</summary>
    public double NorthMetres => (Latitude - ReferenceLatitude) * MetresPerDegree;

    /// <summary>
    /// By position in the reference, so that a mean does not depend on the order of features.
    /// </summary>
    public int CompareTo(MatchedCentre other) =>
        (ReferenceLongitude, ReferenceLatitude, Longitude, Latitude, Weight).CompareTo(
            (other.ReferenceLongitude, other.ReferenceLatitude,
                other.Longitude, other.Latitude, other.Weight));
}

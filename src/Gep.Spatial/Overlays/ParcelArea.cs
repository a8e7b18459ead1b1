namespace Gep.Spatial.Overlays;

/// <summary>One parcel as a whole.</summary>
/// <param name="Layer">Index of the layer as given.</param>
/// <param name="Parcel">Index of the parcel in its layer as given.</param>
/// <param name="NetSquareMetres">After parcels of higher precedence [m²].</param>
/// <param name="GrossSquareMetres">The parcel as it is [m²].</param>
/// <param name="OutsideNetSquareMetres">Outside all zones, of the net area [m²].</param>
/// <param name="OutsideGrossSquareMetres">Outside all zones, of the whole [m²].</param>
public sealed record ParcelArea(
    int Layer,
    int Parcel,
    double NetSquareMetres,
    double GrossSquareMetres,
    double OutsideNetSquareMetres,
    double OutsideGrossSquareMetres);

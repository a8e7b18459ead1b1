namespace Gep.Spatial.Overlays;

/// <summary>What one parcel has in one zone.</summary>
/// <typeparam name="TZone">What identifies a zone.</typeparam>
/// <typeparam name="TClass">What parcels are grouped by.</typeparam>
/// <param name="Layer">Index of the layer as given.</param>
/// <param name="Parcel">Index of the parcel in its layer as given.</param>
/// <param name="Id">Id of the parcel.</param>
/// <param name="Class">Its class.</param>
/// <param name="Zone">Key of the zone.</param>
/// <param name="NetSquareMetres">After parcels of higher precedence [m²].</param>
/// <param name="GrossSquareMetres">The piece as it is [m²].</param>
public sealed record OverlayPiece<TZone, TClass>(
    int Layer,
    int Parcel,
    string Id,
    TClass Class,
    TZone Zone,
    double NetSquareMetres,
    double GrossSquareMetres);

namespace Gep.Spatial.Overlays;

/// <summary>What one parcel has in one zone [m²].</summary>
internal readonly record struct ZonePart(int Zone, double Net, double Gross);

/// <summary>What one parcel lost to another, or to several of one layer [m²].</summary>
/// <param name="Winner">Rank of the winner; of the first one where there are several.</param>
/// <param name="SquareMetres">How much was lost [m²].</param>
/// <param name="Pairs">How many winners share more than rounding with the loser.</param>
internal readonly record struct Taking(int Winner, double SquareMetres, int Pairs);

/// <summary>One parcel, cut by the zones and by the parcels of higher precedence.</summary>
/// <param name="Net">What is left of it after the parcels of higher precedence [m²].</param>
/// <param name="OutsideNet">Outside all zones, of what is left [m²].</param>
/// <param name="OutsideGross">Outside all zones, of the whole [m²].</param>
/// <param name="HasSnapped">Vertices had to be snapped.</param>
/// <param name="PartsEnd">Where its parts end among those of its chunk.</param>
/// <param name="TakingsEnd">Where what it lost ends among that of its chunk.</param>
internal readonly record struct ParcelCut(
    double Net, double OutsideNet, double OutsideGross, bool HasSnapped, int PartsEnd, int TakingsEnd);

namespace Gep.Spatial.Overlays;

/// <summary>What one parcel has in one zone [m²].</summary>
internal readonly record struct ZonePart(int Zone, double Net, double Gross);

/// <summary>What one parcel lost to another, or to several of one layer [m²].</summary>
/// <param name="Winner">Rank of the winner; of the first one where there are several.</param>
/// <param name="SquareMetres">How much was lost [m²].</param>
/// <param name="Pairs">How many winners share more than rounding with the loser.</param>
internal readonly record struct Taking(int Winner, double SquareMetres, int Pairs);

/// <summary>One parcel, cut by the zones and by the parcels of higher precedence.</summary>
/// <param name="SquareMetres">The whole parcel [m²].</param>
/// <param name="Net">What is left of it after the parcels of higher precedence [m²].</param>
/// <param name="Parts">Its parts in zones, by zone.</param>
/// <param name="OutsideNet">Outside all zones, of what is left [m²].</param>
/// <param name="OutsideGross">Outside all zones, of the whole [m²].</param>
/// <param name="Takings">What it lost, by precedence of the winner.</param>
/// <param name="HasSnapped">Vertices had to be snapped.</param>
internal sealed record ParcelCut(
    double SquareMetres,
    double Net,
    IReadOnlyList<ZonePart> Parts,
    double OutsideNet,
    double OutsideGross,
    IReadOnlyList<Taking> Takings,
    bool HasSnapped);

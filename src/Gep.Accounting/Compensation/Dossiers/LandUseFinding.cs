namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>Ineligible land inside a paid parcel, from an overlay with the land-use map.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="LandUse">What the map says.</param>
/// <param name="AreaMu">Area of it [mu].</param>
public sealed record LandUseFinding(string Parcel, string LandUse, decimal AreaMu);

namespace Gep.Spatial.Overlays;

/// <summary>What a parcel has in common with one of higher precedence.</summary>
/// <param name="Winner">The one of higher precedence.</param>
/// <param name="SquareMetres">What both have in common [m²].</param>
/// <param name="Taken">What it takes: of that, what no other of higher precedence takes before [m²].</param>
internal readonly record struct ParcelShare(int Winner, double SquareMetres, double Taken);

namespace Gep.Spatial.Overlays;

/// <summary>The area of one class in one zone.</summary>
/// <typeparam name="TZone">What identifies a zone.</typeparam>
/// <typeparam name="TClass">What parcels are grouped by.</typeparam>
/// <param name="Zone">Key of the zone.</param>
/// <param name="Class">The class.</param>
/// <param name="Pieces">How many pieces it has there.</param>
/// <param name="NetSquareMetres">After parcels of higher precedence [m²].</param>
/// <param name="GrossSquareMetres">Pieces as they are [m²].</param>
public sealed record ClassArea<TZone, TClass>(
    TZone Zone, TClass Class, int Pieces, double NetSquareMetres, double GrossSquareMetres);

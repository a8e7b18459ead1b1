namespace Gep.Spatial.Overlays;

/// <summary>A zone and its uncovered rest.</summary>
/// <typeparam name="TZone">What identifies a zone.</typeparam>
/// <param name="Key">Key of the zone.</param>
/// <param name="SquareMetres">Whole area [m²].</param>
/// <param name="UncoveredSquareMetres">
/// Zone minus the net pieces in it [m²]; below 0 where pieces are counted twice because overlaps are kept.
/// </param>
public sealed record ZoneArea<TZone>(TZone Key, double SquareMetres, double UncoveredSquareMetres);

namespace Gep.Spatial.Overlays;

/// <summary>What one parcel has in one zone, or beyond all of them [m²].</summary>
internal readonly record struct ZoneShare(int Zone, double SquareMetres);

namespace Gep.Spatial.Overlays;

/// <summary>How far an overlay has come.</summary>
/// <param name="ParcelsDone">Parcels cut.</param>
/// <param name="Parcels">Parcels in all.</param>
public readonly record struct OverlayProgress(int ParcelsDone, int Parcels);

using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>One zone of an overlay.</summary>
/// <typeparam name="TZone">What identifies a zone.</typeparam>
/// <param name="Key">Its key; each zone has another.</param>
/// <param name="Geometry">Valid polygon or multipolygon in the equal-area plane.</param>
public sealed record OverlayZone<TZone>(TZone Key, Geometry Geometry);

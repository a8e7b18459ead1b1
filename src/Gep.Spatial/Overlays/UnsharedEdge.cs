using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>An edge that no neighbour shares.</summary>
/// <param name="Line">The edge.</param>
/// <param name="Times">How many parcels have it; below 0 where they lie on its right.</param>
internal readonly record struct UnsharedEdge(AreaEdge Line, int Times);

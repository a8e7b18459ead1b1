using Gep.Spatial.Problems;

namespace Gep.Spatial.Crs;

/// <summary>The offset of a layer from a trusted one, beside that of GCJ-02 at the same place.</summary>
/// <param name="Matches">How many things both layers have.</param>
/// <param name="EastMetres">Measured mean offset, east positive [m].</param>
/// <param name="NorthMetres">Measured mean offset, north positive [m].</param>
/// <param name="ExpectedEastMetres">Offset that GCJ-02 would have, east positive [m].</param>
/// <param name="ExpectedNorthMetres">Offset that GCJ-02 would have, north positive [m].</param>
/// <param name="Suspicion">The problem; null where the offset is not that of GCJ-02.</param>
public sealed record Gcj02Comparison(
    int Matches,
    double EastMetres,
    double NorthMetres,
    double ExpectedEastMetres,
    double ExpectedNorthMetres,
    LayerProblem? Suspicion);

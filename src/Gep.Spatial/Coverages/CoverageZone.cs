using NetTopologySuite.Geometries;

namespace Gep.Spatial.Coverages;

/// <summary>One zone of a coverage.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Geometry">Valid polygon or multipolygon in the equal-area plane.</param>
public sealed record CoverageZone(string Id, Geometry Geometry);

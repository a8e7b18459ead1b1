using Gep.Spatial.Problems;

namespace Gep.Spatial.Coverages;

/// <summary>What keeps a set of zones from being a coverage.</summary>
/// <param name="Overlaps">Common areas, by the ids of both zones.</param>
/// <param name="Gaps">Holes in the union, from west to east.</param>
/// <param name="UnmatchedEdges">Edges along a neighbour that are not its edges, by zone and place.</param>
/// <param name="Problems">The same as problems, in that order.</param>
public sealed record CoverageReport(
    IReadOnlyList<CoverageOverlap> Overlaps,
    IReadOnlyList<CoverageGap> Gaps,
    IReadOnlyList<UnmatchedEdge> UnmatchedEdges,
    IReadOnlyList<LayerProblem> Problems);

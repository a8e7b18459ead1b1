using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>What a reader yields: a feature, problems, or both, in the order of the file.</summary>
/// <param name="Feature">
/// The feature; null when it is refused or when the problems concern the whole file.
/// </param>
/// <param name="Problems">What was found while reading it.</param>
public sealed record SourceRecord(SourceFeature? Feature, IReadOnlyList<LayerProblem> Problems)
{
    internal static SourceRecord Of(LayerProblem problem) => new(null, [problem]);
}

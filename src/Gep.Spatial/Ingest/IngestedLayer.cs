using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>A layer as it was read, checked and repaired.</summary>
/// <param name="Manifest">What was declared about it.</param>
/// <param name="Features">
/// The features that may be used, in file order; none when the layer is refused.
/// </param>
/// <param name="Problems">Everything found, in file order.</param>
/// <param name="Repairs">Every geometry that was changed, in file order.</param>
public sealed record IngestedLayer(
    LayerManifest Manifest,
    IReadOnlyList<LayerFeature> Features,
    IReadOnlyList<LayerProblem> Problems,
    IReadOnlyList<GeometryRepair> Repairs)
{
    /// <summary>True when the layer as a whole could not be read; it then has no features.</summary>
    public bool IsRefused => Problems.Any(problem => problem.RefusesLayer);
}

using Gep.Spatial.Crs;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Checks what a reader yields, in the equal-area plane, and repairs it.</summary>
/// <remarks>
/// The reader runs on a thread of its own, and the records of a batch are checked in parallel; what comes of
/// it is in the order of the file.
/// </remarks>
public static class LayerIngest
{
    /// <summary>Features that are checked, and sent on, together.</summary>
    private const int BatchFeatures = 1024;

    /// <summary>Takes in a layer.</summary>
    /// <param name="manifest">What is declared about it.</param>
    /// <param name="records">What the reader of its format yields; enumerated once, on another
    /// thread.</param>
    /// <param name="taken">
    /// Told of the features as they come, also of a layer that is refused in the end; null for nobody.
    /// </param>
    /// <returns>The layer with every problem and repair; it never throws for what the file holds.</returns>
    public static IngestedLayer Ingest(
        LayerManifest manifest, IEnumerable<SourceRecord> records,
        Action<IReadOnlyList<LayerFeature>>? taken = null)
    {
        var features = new List<LayerFeature>();
        var problems = new List<LayerProblem>();
        var repairs = new List<GeometryRepair>();
        var ordinalOfId = new Dictionary<string, long>(StringComparer.Ordinal);
        var pages = new LonLatPages();
        var checks = new FeatureCheck[BatchFeatures];
        long vertices = 0, onGrid = 0;
        foreach (SourceRecord[] batch in ReadAhead.Batches(records, BatchFeatures))
        {
            Parallel.For(0, batch.Length, () => new SoundRings(), (i, _, rings) =>
            {
                checks[i] = FeatureCheck.Of(batch[i], manifest, rings);
                return rings;
            }, _ => { });
            int before = features.Count;
            foreach (ref readonly FeatureCheck check in checks.AsSpan(0, batch.Length))
            {
                problems.AddRange(check.Problems);
                if (check.Repair is not null) repairs.Add(check.Repair);
                vertices += check.Vertices;
                onGrid += check.VerticesOnEChartsGrid;
                if (check.Keep(pages) is not { } feature) continue;
                features.Add(feature);
                if (!ordinalOfId.TryAdd(feature.Id, feature.Ordinal))
                {
                    problems.Add(LayerProblem.At(
                        LayerProblemCode.DuplicateFeatureId,
                        new LayerPlace(manifest.File, feature.Ordinal, feature.Id),
                        feature.Id, $"{ordinalOfId[feature.Id]}"));
                }
            }
            taken?.Invoke(features[before..]);
        }
        if (Gcj02Suspicion.FromGrid(new LayerPlace(manifest.File), vertices, onGrid) is { } suspicion)
            problems.Add(suspicion);
        bool isRefused = problems.Any(problem => problem.RefusesLayer);
        return new IngestedLayer(manifest, isRefused ? [] : features, problems, isRefused ? [] : repairs);
    }
}

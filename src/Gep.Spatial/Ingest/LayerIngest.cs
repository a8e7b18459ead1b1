using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Carries what a reader yields into the equal-area plane, checks it and repairs it.</summary>
public static class LayerIngest
{
    /// <summary>Takes in a layer.</summary>
    /// <param name="manifest">What is declared about it.</param>
    /// <param name="records">What the reader of its format yields; enumerated once.</param>
    /// <returns>The layer with every problem and repair; it never throws for what the file holds.</returns>
    public static IngestedLayer Ingest(LayerManifest manifest, IEnumerable<SourceRecord> records)
    {
        var features = new List<LayerFeature>();
        var problems = new List<LayerProblem>();
        var repairs = new List<GeometryRepair>();
        var ordinalOfId = new Dictionary<string, long>(StringComparer.Ordinal);
        var assembly = new GeometryAssembly(manifest.Crs ?? CoordinateSystem.Wgs84);
        foreach (SourceRecord record in records)
        {
            problems.AddRange(record.Problems);
            if (record.Feature is not { } source) continue;
            var place = new LayerPlace(manifest.File, source.Ordinal);
            string id = IdOf(source, manifest, place, problems);
            place = place with { FeatureId = id };
            if (assembly.Assemble(source.Geometry, place, problems) is not { } drawn) continue;
            GeometryCheck check = GeometryCheck.Of(drawn, place);
            if (check.Problem is not null) problems.Add(check.Problem);
            if (check.Repair is not null) repairs.Add(check.Repair);
            if (check.Geometry is null) continue;
            if (!ordinalOfId.TryAdd(id, source.Ordinal))
                problems.Add(LayerProblem.At(
                    LayerProblemCode.DuplicateFeatureId, place, id, $"{ordinalOfId[id]}"));
            features.Add(new LayerFeature(
                source.Ordinal, id, source.Attributes, check.Geometry,
                EllipsoidArea.SquareMetres(check.Geometry)));
        }
        if (Gcj02Suspicion.FromGrid(
            new LayerPlace(manifest.File),
            assembly.Vertices,
            assembly.VerticesOnEChartsGrid) is { } suspicion)
        {
            problems.Add(suspicion);
        }
        bool isRefused = problems.Any(problem => problem.RefusesLayer);
        return new IngestedLayer(manifest, isRefused ? [] : features, problems, isRefused ? [] : repairs);
    }

    private static string IdOf(
        SourceFeature source, LayerManifest manifest, LayerPlace place, List<LayerProblem> problems)
    {
        if (manifest.IdAttribute is null)
            return string.IsNullOrEmpty(source.Id) ? $"{source.Ordinal}" : source.Id;
        if (source.Attributes.TryGetValue(manifest.IdAttribute, out string? id) && id.Length > 0) return id;
        problems.Add(LayerProblem.At(
            LayerProblemCode.FeatureIdMissing,
            place with { Field = manifest.IdAttribute },
            manifest.IdAttribute));
        return $"{source.Ordinal}";
    }
}

using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>Fills a table of parcels from what a reader yields; for layers of millions of features.</summary>
/// <remarks>
/// The same checks and repairs as <see cref="LayerIngest"/>, but only class and shape are kept of a feature,
/// and no geometry is made where its rings are easily seen to be sound. The reader runs on a thread of its
/// own; at most some hundred features wait between the two.
/// </remarks>
public static class ParcelIngest
{
    private const int BatchFeatures = 64;

    /// <summary>Adds the polygons of a layer to a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="records">What the reader of its format yields; enumerated once, on another
    /// thread.</param>
    /// <param name="classOf">Class of a feature, from 0.</param>
    /// <returns>All problems, in the order of the file; where one refuses the layer, so must the
    /// caller.</returns>
    public static IReadOnlyList<LayerProblem> Fill(
        ParcelTable table, LayerManifest manifest, IEnumerable<SourceRecord> records,
        Func<SourceFeature, int> classOf)
    {
        var problems = new List<LayerProblem>();
        var filling = new Filling(table, manifest, classOf, problems);
        foreach (SourceRecord[] batch in ReadAhead.Batches(records, BatchFeatures))
        {
            foreach (SourceRecord record in batch) filling.Take(record);
        }
        return problems;
    }

    private sealed class Filling(
        ParcelTable table, LayerManifest manifest, Func<SourceFeature, int> classOf,
            List<LayerProblem> problems)
    {
        private readonly CoordinateSystem _crs = manifest.Crs ?? CoordinateSystem.Wgs84;
        private readonly GeometryAssembly _assembly = new(manifest.Crs ?? CoordinateSystem.Wgs84);
        private readonly SoundRings _rings = new();

        public void Take(SourceRecord record)
        {
            problems.AddRange(record.Problems);
            if (record.Feature is not { } feature) return;
            if (_rings.TryCarry(feature.Geometry, _crs))
            {
                table.Add(classOf(feature), _rings.Xs, _rings.Ys, _rings.SignedLengths);
                return;
            }
            var place = new LayerPlace(manifest.File, feature.Ordinal, feature.Id);
            if (_assembly.Assemble(feature.Geometry, place, problems, out _) is not { } drawn)
                return;
            GeometryCheck check = GeometryCheck.Of(drawn, place with { FeatureId = feature.Id ?? "" });
            if (check.Problem is not null) problems.Add(check.Problem);
            if (check.Geometry is Polygon or MultiPolygon) table.Add(classOf(feature), check.Geometry);
        }
    }
}

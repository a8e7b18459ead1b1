using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>Fills a table of parcels from what a reader yields; for layers of millions of features.</summary>
/// <remarks>
/// The same checks and repairs as <see cref="LayerIngest"/>, but only class and shape are kept of a feature,
/// and no geometry is made where its one ring is easily seen to be sound. The reader runs on a thread of its
/// own; at most some hundred features wait between the two.
/// </remarks>
public static class ParcelIngest
{
    private const int BatchFeatures = 64, WaitingBatches = 4;

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
        using var waiting = new BlockingCollection<List<SourceRecord>>(WaitingBatches);
        using var stop = new CancellationTokenSource();
        Exception? failure = null;
        var reader = new Thread(() =>
        {
            try
            {
                foreach (SourceRecord[] batch in records.Chunk(BatchFeatures)) waiting.Add([.. batch],
                    stop.Token);
            }
#pragma warning disable CA1031 // Whatever goes wrong there is thrown again here.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = exception;
            }
            finally
            {
                waiting.CompleteAdding();
            }
        })
        { IsBackground = true };
        reader.Start();
        try
        {
            foreach (List<SourceRecord> batch in waiting.GetConsumingEnumerable())
            {
                foreach (SourceRecord record in batch) filling.Take(record);
            }
        }
        finally
        {
            stop.Cancel();
            reader.Join();
        }
        if (failure is not null and not OperationCanceledException)
            throw new InvalidOperationException("The reader failed.", failure);
        return problems;
    }

    private sealed class Filling(
        ParcelTable table, LayerManifest manifest, Func<SourceFeature, int> classOf,
            List<LayerProblem> problems)
    {
        private readonly CoordinateSystem _crs = manifest.Crs ?? CoordinateSystem.Wgs84;
        private readonly GeometryAssembly _assembly = new(manifest.Crs ?? CoordinateSystem.Wgs84);
        private readonly List<double> _xs = [], _ys = [];

        public void Take(SourceRecord record)
        {
            problems.AddRange(record.Problems);
            if (record.Feature is not { } feature) return;
            if (TryCarry(feature.Geometry))
            {
                Span<double> xs = CollectionsMarshal.AsSpan(_xs), ys = CollectionsMarshal.AsSpan(_ys);
                if (RingCheck.IsSurelySimple(xs, ys))
                {
                    table.Add(classOf(feature), xs, ys, [xs.Length]);
                    return;
                }
            }
            var place = new LayerPlace(manifest.File, feature.Ordinal, feature.Id);
            if (_assembly.Assemble(feature.Geometry, place, problems) is not { } drawn) return;
            GeometryCheck check = GeometryCheck.Of(drawn, place with { FeatureId = feature.Id ?? "" });
            if (check.Problem is not null) problems.Add(check.Problem);
            if (check.Geometry is Polygon or MultiPolygon) table.Add(classOf(feature), check.Geometry);
        }

        /// <summary>
        /// Carries the one ring of a polygon into the plane; false where that needs a closer look.
        /// </summary>
        private bool TryCarry(RawGeometry raw)
        {
            const double LongitudeLimit = 180, LatitudeLimit = 90;
            if (raw.Kind != RawGeometryKind.Polygon || raw.Parts.Count != 1 || raw.Parts[0].Count != 1
                || _crs.Kind != CoordinateKind.Degrees)
            {
                return false;
            }
            double[] path = raw.Parts[0][0];
            _xs.Clear();
            _ys.Clear();
            for (int i = 0; i < path.Length; i += 2)
            {
                double lon = path[i], lat = path[i + 1];
                bool isPlace = Math.Abs(lon) <= LongitudeLimit && Math.Abs(lat) <= LatitudeLimit;
                if (!isPlace || i > 0 && Math.Abs(lon - path[i - 2]) > LongitudeLimit) return false;
                (double x, double y) = EqualAreaPlane.PositionOf(lon, lat);
                _xs.Add(x);
                _ys.Add(y);
            }
            return true;
        }
    }
}

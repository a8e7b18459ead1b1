using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>
/// Reads one GeoJSON Feature a line, or a text sequence whose records begin with the record separator. A
/// record that cannot be read does not spoil the others.
/// </summary>
/// <remarks>Source: [RFC8142]; records here do not run over several lines.</remarks>
public static class NewlineGeoJsonReader
{
    /// <summary>Yields the features and problems of the file, in its order, while reading.</summary>
    /// <param name="stream">The file; read once, from where it stands, and not closed.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    public static IEnumerable<SourceRecord> Read(
        Stream stream, LayerManifest manifest, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        var slicer = new JsonSlicer(stream, limits.FeatureBytes);
        var file = new LayerPlace(manifest.File);
        if (TextStart.Examine(slicer, file) is { } start)
        {
            yield return SourceRecord.Of(start);
            if (start.RefusesLayer) yield break;
        }
        for (long ordinal = 1; ;)
        {
            SliceOutcome outcome = slicer.TakeLine(out ReadOnlyMemory<byte> line);
            if (outcome == SliceOutcome.BrokenOff) break;
            if (outcome == SliceOutcome.TooLong)
            {
                yield return SourceRecord.Of(LayerProblem.At(
                    LayerProblemCode.FeatureTooLarge,
                    file with { Feature = ordinal },
                    $"{limits.FeatureBytes}"));
                break;
            }
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            yield return new GeoJsonFeatureParser(manifest, ordinal++, limits).Parse(line.Span);
        }
    }
}

using System.Buffers.Binary;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Decodes the geometry blob of a GeoPackage: its header, an envelope, and WKB.</summary>
/// <remarks>Source: [GPKG] §2.1.3; the WKB within is that of [OGC-SFA] §8, or the older EWKB.</remarks>
public static class GeoPackageGeometry
{
    private const int HeaderBytes = 8;
    private const byte LittleEndianFlag = 0x01, EmptyFlag = 0x10, ExtendedFlag = 0x20;
    private const int EnvelopeShift = 1, EnvelopeMask = 0x07;

    /// <summary>Doubles in an envelope by its indicator: none, XY, XYZ, XYM, XYZM.</summary>
    private static readonly int[] EnvelopeDoubles = [0, 4, 6, 6, 8];

    /// <summary>Decodes the blob of a row; a damaged one gives a problem, never an exception.</summary>
    /// <param name="row">The row.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    public static SourceRecord Decode(EncodedFeature row, LayerManifest manifest, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        var place = new LayerPlace(manifest.File, row.Ordinal, row.Id, "geometry");
        if (row.Geometry is not { } blob)
            return SourceRecord.Of(LayerProblem.At(LayerProblemCode.GeometryMissing, place));
        if (blob.Length > limits.FeatureBytes)
        {
            return SourceRecord.Of(
                LayerProblem.At(LayerProblemCode.FeatureTooLarge, place, $"{limits.FeatureBytes}"));
        }
        if (WkbStart(blob.Span) is not { } start)
            return SourceRecord.Of(LayerProblem.At(LayerProblemCode.GeometryBlobMalformed, place, "header"));
        if ((blob.Span[3] & EmptyFlag) != 0)
            return SourceRecord.Of(LayerProblem.At(LayerProblemCode.GeometryMissing, place));
        var wkb = new WkbParser(blob[start..], place, limits);
        return wkb.Parse() is { } geometry
            ? new SourceRecord(new SourceFeature(row.Ordinal, row.Id, row.Attributes, geometry), [])
            : SourceRecord.Of(wkb.Fault!);
    }

    /// <summary>Where the WKB begins; null when the header is none.</summary>
    private static int? WkbStart(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < HeaderBytes || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0) return null;
        byte flags = blob[3];
        int envelope = (flags >> EnvelopeShift) & EnvelopeMask;
        if ((flags & ExtendedFlag) != 0 || envelope >= EnvelopeDoubles.Length) return null;
        int start = HeaderBytes + EnvelopeDoubles[envelope] * sizeof(double);
        return start <= blob.Length ? start : null;
    }

    /// <summary>Reference system number in the header of a blob; null when the header is none.</summary>
    internal static int? SrsIdOf(ReadOnlySpan<byte> blob)
    {
        if (WkbStart(blob) is null) return null;
        ReadOnlySpan<byte> number = blob.Slice(4, sizeof(int));
        return (blob[3] & LittleEndianFlag) != 0
            ? BinaryPrimitives.ReadInt32LittleEndian(number)
            : BinaryPrimitives.ReadInt32BigEndian(number);
    }
}

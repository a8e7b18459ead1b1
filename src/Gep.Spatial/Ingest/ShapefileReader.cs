using System.Buffers.Binary;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Reads a Shapefile, record by record; nothing in its files makes it throw.</summary>
/// <remarks>Source: [SHAPEFILE] whitepaper of 1998: a header of 100 bytes, then records.</remarks>
public sealed class ShapefileReader
{
    private const int HeaderBytes = 100, RecordHeadBytes = 8, BytesPerWord = 2;
    private const int FileCode = 9994, Version = 1000, VersionOffset = 28;

    private readonly ShapefileParts _parts;
    private readonly LayerManifest _manifest;
    private readonly ReadLimits _limits;
    private readonly LayerPlace _file;

    private ShapefileReader(ShapefileParts parts, LayerManifest manifest, ReadLimits limits) =>
        (_parts, _manifest, _limits, _file) = (parts, manifest, limits, new LayerPlace(manifest.File));

    /// <summary>Yields the features and problems, in the order of the file, while reading.</summary>
    /// <param name="parts">The files.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    public static IEnumerable<SourceRecord> Read(
        ShapefileParts parts, LayerManifest manifest, ReadLimits? limits = null) =>
        new ShapefileReader(parts, manifest, limits ?? ReadLimits.Default).Records();

    private IEnumerable<SourceRecord> Records()
    {
        foreach (LayerProblem problem in CrsProblems())
        {
            yield return SourceRecord.Of(problem);
            if (problem.RefusesLayer) yield break;
        }
        if (!HasHeader())
        {
            yield return Unreadable(".shp header");
            yield break;
        }
        DbfRows? rows = null;
        if (_parts.Attributes is null)
        {
            yield return SourceRecord.Of(
                LayerProblem.At(LayerProblemCode.ShapefilePartMissing, _file, ".dbf"));
        }
        else
        {
            rows = DbfRows.Open(_parts.Attributes, _parts.CodePage, out string reason);
            if (rows is null)
            {
                yield return Unreadable(reason);
                yield break;
            }
        }
        foreach (SourceRecord record in Shapes(rows)) yield return record;
    }

    private IEnumerable<SourceRecord> Shapes(DbfRows? rows)
    {
        var head = new byte[RecordHeadBytes];
        long ordinal = 0;
        while (_parts.Shapes.ReadAtLeast(head, RecordHeadBytes, throwOnEndOfStream: false) == RecordHeadBytes)
        {
            ordinal++;
            LayerPlace place = _file with { Feature = ordinal };
            int words = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(sizeof(int)));
            if (words < 0 || (long)words * BytesPerWord > _limits.FeatureBytes)
            {
                yield return SourceRecord.Of(
                    LayerProblem.At(LayerProblemCode.FeatureTooLarge, place, $"{_limits.FeatureBytes}"));
                yield return Unreadable($"record {ordinal}");
                yield break;
            }
            var content = new byte[words * BytesPerWord];
            bool isWhole = _parts.Shapes.ReadAtLeast(content, content.Length, false) == content.Length;
            Dictionary<string, string> attributes = [];
            if (!isWhole || rows is not null && !rows.TryRead(out attributes))
            {
                yield return Unreadable(isWhole ? $".dbf ends before record {ordinal}" : $"record {ordinal}");
                yield break;
            }
            var parser = new ShapeParser(content, place, _limits);
            yield return parser.Parse() is { } geometry
                ? new SourceRecord(new SourceFeature(ordinal, null, attributes, geometry), [])
                : SourceRecord.Of(parser.Fault!);
        }
        if (rows is not null && rows.DeclaredRows != ordinal)
            yield return Unreadable($".dbf has {rows.DeclaredRows} rows, .shp has {ordinal} records");
    }

    private IEnumerable<LayerProblem> CrsProblems()
    {
        if (_parts.Projection is { } text)
        {
            LayerProblem? problem = LayerCrs.Check(
                ProjectionText.CodeOf(text), _manifest, _file with { Field = ".prj" });
            if (problem is not null) yield return problem;
        }
        else if (_manifest.Crs is null)
        {
            yield return LayerProblem.At(LayerProblemCode.CrsUndeclared, _file);
        }
        else
        {
            yield return LayerProblem.At(LayerProblemCode.ShapefilePartMissing, _file, ".prj");
        }
    }

    private bool HasHeader()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        return _parts.Shapes.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes
            && BinaryPrimitives.ReadInt32BigEndian(header) == FileCode
            && BinaryPrimitives.ReadInt32LittleEndian(header[VersionOffset..]) == Version;
    }

    private SourceRecord Unreadable(string what) =>
        SourceRecord.Of(LayerProblem.At(LayerProblemCode.ShapefileUnreadable, _file, what));
}

using System.Text;
using System.Text.Json;
using Gep.Spatial.Crs;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>
/// Reads a GeoJSON FeatureCollection, a single Feature or a bare geometry. Memory is bounded by the largest
/// feature; nothing in the file makes it throw.
/// </summary>
/// <remarks>Source: [RFC7946]; the <c>crs</c> member is that of [GEOJSON2008] §3.</remarks>
public sealed class GeoJsonReader
{
    private readonly LayerManifest _manifest;
    private readonly ReadLimits _limits;
    private readonly JsonSlicer _slicer;
    private readonly LayerPlace _file;
    private readonly Dictionary<string, byte[]> _members = new(StringComparer.Ordinal);
    private long _ordinal;
    private bool _hasFeatures;

    private GeoJsonReader(Stream stream, LayerManifest manifest, ReadLimits limits)
    {
        (_manifest, _limits) = (manifest, limits);
        _slicer = new JsonSlicer(stream, limits.FeatureBytes);
        _file = new LayerPlace(manifest.File);
    }

    /// <summary>Yields the features and problems of the file, in its order, while reading.</summary>
    /// <param name="stream">The file; read once, from where it stands, and not closed.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    public static IEnumerable<SourceRecord> Read(
        Stream stream, LayerManifest manifest, ReadLimits? limits = null) =>
        new GeoJsonReader(stream, manifest, limits ?? ReadLimits.Default).Records();

    private IEnumerable<SourceRecord> Records()
    {
        if (TextStart.Examine(_slicer, _file) is { } start)
        {
            yield return SourceRecord.Of(start);
            if (start.RefusesLayer) yield break;
        }
        if (!_slicer.Take('{'))
        {
            yield return SourceRecord.Of(NoObject());
            yield break;
        }
        bool isFirst = true;
        while (!_slicer.Take('}'))
        {
            if (!isFirst && !_slicer.Take(',')) { yield return Broken("','"); yield break; }
            isFirst = false;
            if (MemberName() is not { } name) { yield return Broken("member name"); yield break; }
            if (name == "features")
            {
                foreach (SourceRecord record in Features())
                {
                    yield return record;
                    if (record.Problems.Any(problem => problem.RefusesLayer)) yield break;
                }
            }
            else
            {
                SliceOutcome outcome = _slicer.TakeValue(out ReadOnlyMemory<byte> value);
                if (outcome != SliceOutcome.Taken) { yield return Stopped(outcome); yield break; }
                if (value.IsEmpty) { yield return Broken("value"); yield break; }
                if (KeepsMember(name) && !_members.TryAdd(name, value.ToArray()))
                    yield return SourceRecord.Of(LayerProblem.At(LayerProblemCode.DuplicateKey, _file, name));
            }
        }
        if (_slicer.Peek() != JsonSlicer.EndOfStream) yield return Broken("end of file");
        foreach (SourceRecord record in CloseOff()) yield return record;
    }

    private IEnumerable<SourceRecord> Features()
    {
        if (_hasFeatures)
            yield return SourceRecord.Of(LayerProblem.At(LayerProblemCode.DuplicateKey, _file, "features"));
        _hasFeatures = true;
        if (!_slicer.Take('['))
        {
            yield return SourceRecord.Of(
                LayerProblem.At(LayerProblemCode.NotAFeatureCollection, _file, "features"));
            yield break;
        }
        if (_slicer.Take(']')) yield break;
        do
        {
            _ordinal++;
            SliceOutcome outcome = _slicer.TakeValue(out ReadOnlyMemory<byte> json);
            if (outcome != SliceOutcome.Taken) { yield return Stopped(outcome); yield break; }
            yield return new GeoJsonFeatureParser(_manifest, _ordinal, _limits).Parse(json.Span);
        }
        while (_slicer.Take(','));
        if (!_slicer.Take(']')) yield return Broken("']'");
    }

    /// <summary>What can be judged only when all members are known, for they stand in any order.</summary>
    private IEnumerable<SourceRecord> CloseOff()
    {
        string? type = TextOf("type");
        bool isWhole = _hasFeatures
            ? type == "FeatureCollection"
            : type == "Feature" || GeoJsonGeometryParser.IsGeometryType(type);
        if (!isWhole)
        {
            yield return SourceRecord.Of(
                LayerProblem.At(LayerProblemCode.NotAFeatureCollection, _file, $"type {type ?? "null"}"));
        }
        else if (!_hasFeatures)
        {
            _ordinal = 1;
            yield return new GeoJsonFeatureParser(_manifest, _ordinal, _limits).Parse(AsFeature(type!));
        }
        if (_members.TryGetValue("crs", out byte[]? crs)
            && GeoJsonCrsMember.Check(crs, _manifest, _file) is { } conflict)
        {
            yield return SourceRecord.Of(conflict);
        }
        if (_members.ContainsKey(Gcj02Suspicion.EChartsMember))
            yield return SourceRecord.Of(Gcj02Suspicion.FromEChartsMember(_file));
    }

    /// <summary>
    /// The top-level members of a single Feature or geometry, put together again as a Feature.
    /// </summary>
    private byte[] AsFeature(string type)
    {
        string[] names = type == "Feature"
            ? ["type", "id", "geometry", "properties"]
            : ["type", "coordinates"];
        IEnumerable<string> members = names.Where(_members.ContainsKey)
            .Select(name => $"\"{name}\":{Encoding.UTF8.GetString(_members[name])}");
        string text = "{" + string.Join(',', members) + "}";
        return Encoding.UTF8.GetBytes(
            type == "Feature" ? text : $"{{\"type\":\"Feature\",\"geometry\":{text}}}");
    }

    private static bool KeepsMember(string name) =>
        name is "type" or "id" or "geometry" or "properties" or "coordinates" or "crs"
            or Gcj02Suspicion.EChartsMember;

    private string? MemberName()
    {
        if (_slicer.Peek() != '"' || _slicer.TakeValue(out ReadOnlyMemory<byte> name) != SliceOutcome.Taken)
            return null;
        string? text = JsonText(name.Span);
        return _slicer.Take(':') ? text : null;
    }

    private string? TextOf(string member) =>
        _members.TryGetValue(member, out byte[]? json) ? JsonText(json) : null;

    private static string? JsonText(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private LayerProblem NoObject() =>
        _slicer.Peek() is '[' or '"'
            ? LayerProblem.At(LayerProblemCode.NotAFeatureCollection, _file, "no object")
            : LayerProblem.At(LayerProblemCode.NotJson, _file, "no '{'");

    private SourceRecord Broken(string expected) => SourceRecord.Of(
        LayerProblem.At(LayerProblemCode.NotJson, Here(), $"no {expected} after feature {_ordinal}"));

    private SourceRecord Stopped(SliceOutcome outcome) => SourceRecord.Of(
        outcome == SliceOutcome.TooLong
            ? LayerProblem.At(LayerProblemCode.FeatureTooLarge, Here(), $"{_limits.FeatureBytes}")
            : LayerProblem.At(LayerProblemCode.NotJson, Here(), $"it breaks off in feature {_ordinal}"));

    private LayerPlace Here() => _ordinal > 0 ? _file with { Feature = _ordinal } : _file;
}

using Gep.Spatial.Crs;
using Gep.Spatial.Measures;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Ingest;

/// <summary>One record of a reader after its checks, made without a look at the others.</summary>
/// <param name="Source">The feature as it was read; null where it is refused or the record has none.</param>
/// <param name="Id">Its id.</param>
/// <param name="Degrees">Its geometry in degrees; null where it was repaired.</param>
/// <param name="Repaired">Its geometry in the plane where it was repaired.</param>
/// <param name="SquareMetres">Its area [m²].</param>
/// <param name="Problems">What was found, the reader's own first.</param>
/// <param name="Repair">What was changed in the geometry.</param>
/// <param name="Vertices">Vertices looked at.</param>
/// <param name="VerticesOnEChartsGrid">How many of them lie on the grid of ECharts.</param>
internal readonly record struct FeatureCheck(
    SourceFeature? Source, string Id, RawGeometry? Degrees, Geometry? Repaired, double SquareMetres,
    IReadOnlyList<LayerProblem> Problems, GeometryRepair? Repair, long Vertices, long VerticesOnEChartsGrid)
{
    public static FeatureCheck Of(SourceRecord record, LayerManifest manifest, SoundRings rings)
    {
        if (record.Feature is not { } source) return Refused(record.Problems, 0, 0);
        CoordinateSystem crs = manifest.Crs ?? CoordinateSystem.Wgs84;
        bool hasId = TryFindId(source, manifest, out string id);
        if (hasId && rings.TryCarry(source.Geometry, crs))
        {
            return new FeatureCheck(
                source, id, source.Geometry, null, rings.SquareMetres, record.Problems, null,
                rings.Xs.Length, OnEChartsGrid(source.Geometry));
        }
        var problems = new List<LayerProblem>(record.Problems);
        var place = new LayerPlace(manifest.File, source.Ordinal);
        if (!hasId)
        {
            problems.Add(LayerProblem.At(
                LayerProblemCode.FeatureIdMissing, place with { Field = manifest.IdAttribute },
                manifest.IdAttribute!));
        }
        return Closely(source, id, place with { FeatureId = id }, new GeometryAssembly(crs), problems);
    }

    /// <summary>The feature, its coordinates in the pages; null where it is refused.</summary>
    public LayerFeature? Keep(LonLatPages pages)
    {
        if (Source is null) return null;
        if (Repaired is not null)
            return new LayerFeature(Source.Ordinal, Id, Source.Attributes, Repaired, SquareMetres);
        bool isOnePath = Degrees!.Parts.Count == 1 && Degrees.Parts[0].Count == 1;
        LonLatPaths degrees = isOnePath
            ? pages.AddPath(Degrees.Kind, Degrees.Parts[0][0])
            : pages.Add(Degrees);
        return new LayerFeature(Source.Ordinal, Id, Source.Attributes, degrees, SquareMetres);
    }

    private static FeatureCheck Refused(IReadOnlyList<LayerProblem> problems, long vertices, long onGrid) =>
        new(null, "", null, null, 0, problems, null, vertices, onGrid);

    private static FeatureCheck Closely(
        SourceFeature source, string id, LayerPlace place, GeometryAssembly assembly,
        List<LayerProblem> problems)
    {
        int before = problems.Count;
        Geometry? drawn = assembly.Assemble(source.Geometry, place, problems, out RawGeometry degrees);
        bool isAsRead = problems.Count == before;
        if (drawn is null) return Refused(problems, assembly.Vertices, assembly.VerticesOnEChartsGrid);
        GeometryCheck check = GeometryCheck.Of(drawn, place);
        if (check.Problem is not null) problems.Add(check.Problem);
        if (check.Geometry is not { } sound)
            return Refused(problems, assembly.Vertices, assembly.VerticesOnEChartsGrid);
        isAsRead &= check.Repair is null;
        return new FeatureCheck(
            source, id, isAsRead ? degrees : null, isAsRead ? null : sound, EllipsoidArea.SquareMetres(sound),
            problems, check.Repair, assembly.Vertices, assembly.VerticesOnEChartsGrid);
    }

    private static long OnEChartsGrid(RawGeometry degrees)
    {
        long count = 0;
        foreach (IReadOnlyList<double[]> part in degrees.Parts)
        {
            for (int ring = 0; ring < part.Count; ring++) count += OnEChartsGrid(part[ring]);
        }
        return count;
    }

    private static long OnEChartsGrid(ReadOnlySpan<double> path)
    {
        long count = 0;
        for (int i = 0; i + 1 < path.Length; i += 2)
        {
            if (Gcj02Suspicion.IsOnEChartsGrid(path[i]) && Gcj02Suspicion.IsOnEChartsGrid(path[i + 1]))
                count++;
        }
        return count;
    }

    /// <summary>The id by the manifest; the ordinal stands in for one that is missing.</summary>
    private static bool TryFindId(SourceFeature source, LayerManifest manifest, out string id)
    {
        if (manifest.IdAttribute is null)
        {
            id = string.IsNullOrEmpty(source.Id) ? $"{source.Ordinal}" : source.Id;
            return true;
        }
        if (source.Attributes.TryGetValue(manifest.IdAttribute, out string? found) && found.Length > 0)
        {
            id = found;
            return true;
        }
        id = $"{source.Ordinal}";
        return false;
    }
}

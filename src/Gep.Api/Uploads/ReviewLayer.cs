using System.Collections.Immutable;
using Gep.Accounting.Problems;
using Gep.Api.Changes;
using Gep.Api.Layers;
using Gep.Api.Persistence.Writing;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Gep.Spatial.Crs;
using Gep.Spatial.Features;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;

namespace Gep.Api.Uploads;

/// <summary>
/// Reads a file as the replacement of a layer, all other layers staying, and says what it would change.
/// </summary>
internal static class ReviewLayer
{
    private const int FindingsMax = 500;

    /// <summary>The review; null after the problem that there is no such layer was added.</summary>
    /// <param name="folder">The content of the snapshot in force; the file is put into it.</param>
    /// <param name="basis">The snapshot in force.</param>
    /// <param name="file">The file.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellation">Stops it.</param>
    public static LayerReview? Of(
        string folder, ServiceSnapshot basis, LayerReplacement file, ProblemList problems,
        IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        string? hash = HashOf(folder, file.Layer);
        if (file.ApplyTo(folder, problems) is null || hash is null) return null;
        var candidate = ServiceSnapshot.Read(folder, problems, progress, cancellation);
        var layer = LayerDefinitionReader.Read(folder, new ProblemList())
            .FirstOrDefault(each => each.Id == file.Layer);
        if (layer is null) return null;
        var ingest = FileIngest.Read(folder, layer, file.Path);
        LoadedFeature[] before = [.. basis.Opened.Layers.FeaturesOf(file.Layer)];
        var findings = FindingsOf(basis, file, ingest, before, candidate, problems);
        var map = ReviewMap.Of(ingest.Features, findings);
        return new LayerReview(
            basis.Id, hash, MeasureOf(before), MeasureOf(ingest.Features),
            ClassesOf(basis, before, ingest.Features), AccountsOf(basis, candidate),
            Count(findings, ProblemSeverity.Refusal), Count(findings, ProblemSeverity.Warning),
            Count(findings, ProblemSeverity.Remark), ingest.Repairs.Length,
            [.. findings.Take(FindingsMax)], map.ShownCount, map.Features,
            ReviewMap.PlacesOf([.. findings.Take(FindingsMax)]));
    }

    /// <summary>Content of a layer in a folder; null when there is no such layer.</summary>
    public static string? HashOf(string folder, string layer) => LayerDefinitionReader
        .Read(folder, new ProblemList()).Where(each => each.Id == layer)
        .Select(each => LayerContent.Of(folder, each).Hash).FirstOrDefault();

    /// <summary>What a feature is counted under.</summary>
    public static string ClassOf(LoadedFeature feature) => feature.Find(feature.Layer.Role switch
    {
        LayerRole.Districts => LayerAttribute.Code,
        LayerRole.Ecosystem => LayerAttribute.Type,
        LayerRole.Reserves => LayerAttribute.Zone,
    }) ?? "";

    private static int Count(IReadOnlyList<LayerFinding> findings, ProblemSeverity severity) =>
        findings.Count(finding => finding.Severity == severity);

    private static LayerMeasure MeasureOf(IReadOnlyCollection<LoadedFeature> features)
    {
        var bounds = BoundsOf(features);
        return new LayerMeasure(
            features.Count, features.Sum(feature => feature.Feature.SquareMetres),
            bounds.IsEmpty ? null : bounds);
    }

    private static LonLatBox BoundsOf(IEnumerable<LoadedFeature> features) => features.Aggregate(
        LonLatBox.Empty, (box, feature) => box.Join(FeatureShape.Of(feature.Feature).Bounds));

    private static ImmutableArray<ClassMeasure> ClassesOf(
        ServiceSnapshot basis, IReadOnlyList<LoadedFeature> before, ImmutableArray<LoadedFeature> after)
    {
        var names = basis.Opened.Classification.Types
            .ToDictionary(type => type.Code.ToString(), type => type.Name, StringComparer.Ordinal);
        foreach (var district in basis.Opened.Classification.Districts)
            names[district.Code.ToString()] = district.Name;
        var old = before.ToLookup(ClassOf, StringComparer.Ordinal);
        var young = after.ToLookup(ClassOf, StringComparer.Ordinal);
        return
        [
            .. old.Select(group => group.Key).Union(young.Select(group => group.Key), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).Select(code => new ClassMeasure(
                    code, names.GetValueOrDefault(code, new BilingualText(code, code)),
                    old[code].Count(), young[code].Count(),
                    old[code].Sum(feature => feature.Feature.SquareMetres),
                    young[code].Sum(feature => feature.Feature.SquareMetres))),
        ];
    }

    private static ImmutableArray<AccountMeasure> AccountsOf(
        ServiceSnapshot basis, ServiceSnapshot? candidate) => candidate is null
        ? []
        :
        [
            .. candidate.Accounts.Join(
                basis.Accounts, run => run.Report.Account.Year, run => run.Report.Account.Year,
                (after, before) => new AccountMeasure(
                    after.Report.Account.Year.Number, before.Report.Account.Totals.Gep.Yuan,
                    after.Report.Account.Totals.Gep.Yuan)),
        ];

    /// <summary>
    /// What was found in the file, what in the whole workspace refuses it, and whether it lies where its
    /// predecessor and the districts do; worst first.
    /// </summary>
    private static ImmutableArray<LayerFinding> FindingsOf(
        ServiceSnapshot basis, LayerReplacement file, FileIngest ingest, IReadOnlyList<LoadedFeature> before,
        ServiceSnapshot? candidate, ProblemList problems)
    {
        var found = ingest.Found.AddRange(SuspicionsOf(file, ingest, before));
        bool isDistricts = ingest.Features.Any(feature => feature.Layer.Role == LayerRole.Districts);
        if (candidate is not null && isDistricts)
            found = found.AddRange(DistrictCoverage.Examine(candidate.Opened.Layers).Problems);
        var known = found.Select(FileIngest.View).ToHashSet();
        var places = new FindingPlaces(ingest);
        return
        [
            .. found.Select(places.Of)
                .Concat(problems.All
                    .Where(problem => problem.Severity == ProblemSeverity.Refusal
                        || problem.Where.StartsWith(file.Path, StringComparison.Ordinal))
                    .Where(problem => !known.Contains(problem)).Distinct().Select(places.Of))
                .Concat(ElsewhereOf(basis, file, ingest))
                .OrderByDescending(finding => finding.Severity),
        ];
    }

    /// <summary>GCJ-02, where features of both have one id and lie apart as GCJ-02 would have them.</summary>
    private static IEnumerable<LayerProblem> SuspicionsOf(
        LayerReplacement file, FileIngest ingest, IReadOnlyList<LoadedFeature> before)
    {
        var references = before.Where(feature => feature.Feature.SquareMetres > 0)
            .DistinctBy(feature => feature.Feature.Id)
            .ToDictionary(feature => feature.Feature.Id, feature => feature.Feature, StringComparer.Ordinal);
        var matches = new List<MatchedCentre>();
        foreach (var feature in ingest.Features.Select(each => each.Feature))
        {
            if (!references.TryGetValue(feature.Id, out var reference)) continue;
            var (longitude, latitude) = LayerSketch.CentreOf(feature);
            var (referenceLongitude, referenceLatitude) = LayerSketch.CentreOf(reference);
            matches.Add(new MatchedCentre(
                longitude, latitude, referenceLongitude, referenceLatitude, reference.SquareMetres));
        }
        return Gcj02Suspicion.Compare(file.Path, matches).Suspicion is { } suspicion ? [suspicion] : [];
    }

    private static IEnumerable<LayerFinding> ElsewhereOf(
        ServiceSnapshot basis, LayerReplacement file, FileIngest ingest)
    {
        var box = BoundsOf(ingest.Features);
        var city = BoundsOf(basis.Opened.Layers.Districts.Select(district => district.Feature));
        if (box.IsEmpty || city.IsEmpty || box.Intersects(city)) yield break;
        yield return new LayerFinding(
            WorkspaceProblem.CodeOf(ChangeProblemCode.LayerElsewhere), ProblemSeverity.Warning, file.Path,
            new("图层与各区不在一处。", "The layer lies where no district is."),
            new("请核对坐标系与经纬度次序。", "Check its reference system and the order of its axes."),
            null, null, (box.West + box.East) / 2, (box.South + box.North) / 2, null);
    }

    /// <summary>Gives problems the place of their feature where they have none themselves.</summary>
    private sealed class FindingPlaces(FileIngest ingest)
    {
        private readonly Dictionary<long, LoadedFeature> byOrdinal =
            ingest.Features.ToDictionary(feature => feature.Feature.Ordinal);
        private readonly Dictionary<string, LoadedFeature> byPlace =
            ingest.Features.ToDictionary(feature => feature.Place, StringComparer.Ordinal);
        private readonly Dictionary<long, GeometryRepair> repairs =
            ingest.Repairs.ToDictionary(repair => repair.Feature);

        public LayerFinding Of(LayerProblem problem)
        {
            var feature = problem.Feature is { } ordinal ? byOrdinal.GetValueOrDefault(ordinal) : null;
            var repair = problem.Code == LayerProblemCode.GeometryInvalidRepaired
                ? repairs.GetValueOrDefault(problem.Feature!.Value) : null;
            var finding = Of(FileIngest.View(problem), feature) with
            {
                Feature = problem.Feature,
                FeatureId = problem.FeatureId ?? feature?.Feature.Id,
                SquareMetresMoved = repair?.SquareMetresMoved,
            };
            bool isPlaced = problem is { Longitude: { } longitude, Latitude: { } latitude }
                && double.IsFinite(longitude) && double.IsFinite(latitude);
            return isPlaced
                ? finding with { Longitude = problem.Longitude, Latitude = problem.Latitude }
                : finding;
        }

        public LayerFinding Of(WorkspaceProblem problem) =>
            Of(problem, byPlace.GetValueOrDefault(problem.Where));

        private static LayerFinding Of(WorkspaceProblem problem, LoadedFeature? feature)
        {
            (double Longitude, double Latitude)? inside =
                feature is null ? null : LayerSketch.InsideOf(feature.Feature);
            return new LayerFinding(
                problem.Code, problem.Severity, problem.Where, problem.Text, problem.Remedy,
                feature?.Feature.Ordinal, feature?.Feature.Id, inside?.Longitude, inside?.Latitude, null);
        }
    }
}

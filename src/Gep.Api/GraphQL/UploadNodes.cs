using System.Text.Json;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;
using Gep.Api.Changes;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Uploads;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.Spatial.Problems;

namespace Gep.Api.GraphQL;

/// <summary>Files sent as layers.</summary>
[ExtendObjectType(typeof(Query))]
internal sealed class UploadQueries(ServedRequest request, RunRegister runs, WriteDesks desks)
{
    /// <summary>Files that were sent as layers to this instance, newest first.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<LayerUploadNode> Uploads()
    {
        RequireSight();
        return [.. (desks.Uploads?.Shelf.All ?? []).Select(NodeOf)];
    }

    /// <summary>The upload of an id.</summary>
    public LayerUploadNode? Upload([ID] string id)
    {
        RequireSight();
        return desks.Uploads?.Shelf.Find(id) is { } upload ? NodeOf(upload) : null;
    }

    private LayerUploadNode NodeOf(LayerUpload upload) => new(
        upload, request.Snapshot?.Graph ?? throw new GraphQLException("There is no snapshot yet."), runs);

    private void RequireSight()
    {
        if (request.Caller.SeesUploads) return;
        throw new GraphQLException(new GraphQLError
        {
            Message = "须有角色 analyst、admin 或 auditor。 It needs the role analyst, admin or auditor.",
            Extensions = new Dictionary<string, object?> { ["code"] = "ROLE_FORBIDDEN" },
        });
    }
}

/// <summary>A file that was sent as the next version of a layer.</summary>
[GraphQLName("LayerUpload")]
internal sealed class LayerUploadNode(LayerUpload upload, GraphCatalog catalog, RunRegister runs)
{
    /// <summary>Its id.</summary>
    [ID]
    public string Id => upload.Id;

    /// <summary>The layer, as it is in force.</summary>
    public LayerNode? Layer => catalog.Layers.FirstOrDefault(layer => layer.Code == upload.Layer);

    /// <summary>What its sender called it.</summary>
    public string FileName => upload.FileName;

    /// <summary>Its size in bytes.</summary>
    public long ByteCount => upload.ByteCount;

    /// <summary>SHA-256 of its bytes.</summary>
    public string ContentHash => upload.ContentHash;

    /// <summary>The coordinate reference system that it is read in.</summary>
    public string? Crs => upload.Crs ?? Layer?.Crs;

    /// <summary>Who sent it.</summary>
    public string UploadedBy => upload.UploadedBy;

    /// <summary>When.</summary>
    public DateTimeOffset UploadedAt => upload.UploadedAt;

    /// <summary>What became of it.</summary>
    public UploadState State => upload.State;

    /// <summary>The run that checks or accepts it.</summary>
    public RunNode? Run =>
        upload.Run is { } id && runs.Find(id) is { } run ? new RunNode(run, run.View, catalog) : null;

    /// <summary>Who decided.</summary>
    public string? DecidedBy => upload.DecidedBy;

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt => upload.DecidedAt;

    /// <summary>What its sender or whoever decided said.</summary>
    public string? Note => upload.Note;

    /// <summary>The snapshot in which it is; null unless it was accepted.</summary>
    [ID]
    public string? Snapshot => upload.Snapshot;

    /// <summary>Why an acceptance was refused; names of persons are held back.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ProblemNode> Problems =>
        [.. upload.Problems.Select(ProblemNode.Of).Select(catalog.WithoutNames)];

    /// <summary>What it would make of the layer; null while that is not known.</summary>
    public UploadReview? Review => upload.Review is { } review ? new UploadReview(review, catalog) : null;
}

/// <summary>What a file would make of its layer, for somebody to decide on.</summary>
internal sealed class UploadReview(LayerReview review, GraphCatalog catalog)
{
    /// <summary>Codes that speak of wrong or foreign coordinates.</summary>
    private static readonly HashSet<string> OfCoordinates =
    [
        .. new[]
        {
            LayerProblemCode.Gcj02Suspected, LayerProblemCode.LongitudeLatitudeSwapped,
            LayerProblemCode.AxesSwapped, LayerProblemCode.CrsUnitMismatch, LayerProblemCode.OutsideZone,
            LayerProblemCode.CoordinateOutOfRange, LayerProblemCode.CrsConflict,
        }.Select(LayerProblem.NameOf),
        WorkspaceProblem.CodeOf(ChangeProblemCode.LayerElsewhere),
    ];

    /// <summary>Id of the snapshot that it was compared with.</summary>
    [ID]
    public string Basis => review.Basis;

    /// <summary>The layer as it is.</summary>
    public LayerMeasureNode Before => new(review.Before);

    /// <summary>The layer as it would be.</summary>
    public LayerMeasureNode After => new(review.After);

    /// <summary>The same by ecosystem type, district or zone.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ClassChange> Classes => [.. review.Classes.Select(each => new ClassChange(each))];

    /// <summary>GEP of each year, before and after; none when the file is refused.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<AccountChange> Accounts =>
    [
        .. review.Accounts.Select(each => new AccountChange(
            each.Year, new AmountNode(each.YuanBefore, "yuan"), new AmountNode(each.YuanAfter, "yuan"))),
    ];

    /// <summary>Findings that refuse the file.</summary>
    public int RefusalCount => review.RefusalCount;

    /// <summary>Findings that somebody should look at.</summary>
    public int WarningCount => review.WarningCount;

    /// <summary>Findings to know about.</summary>
    public int RemarkCount => review.RemarkCount;

    /// <summary>Geometries that were repaired.</summary>
    public int RepairCount => review.RepairCount;

    /// <summary>What was found, worst first, the first 500; names of persons are held back.</summary>
    [ListSize(AssumedSize = 500)]
    public IReadOnlyList<Finding> Findings() => [.. review.Findings.Select(NodeOf)];

    /// <summary>Those of them that speak of wrong coordinates.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<Finding> Suspicions() =>
        [.. review.Findings.Where(finding => OfCoordinates.Contains(finding.Code)).Select(NodeOf)];

    /// <summary>How many features the map shows: those with findings, then the largest.</summary>
    public int ShownCount => review.ShownCount;

    /// <summary>The layer as it would be, as a thinned GeoJSON FeatureCollection.</summary>
    [Cost(100)]
    public JsonElement Map() => review.Map;

    /// <summary>The places of findings as a GeoJSON FeatureCollection of points.</summary>
    [Cost(10)]
    public JsonElement Places() => review.Places;

    private Finding NodeOf(LayerFinding finding)
    {
        var problem = catalog.WithoutNames(ProblemNode.Of(new WorkspaceProblem(
            finding.Code, finding.Severity, finding.Where, finding.Text, finding.Remedy)));
        return new Finding(
            problem.Code, problem.Severity, problem.Where, problem.Message, problem.Remedy, finding.Feature,
            finding.FeatureId, finding.Longitude, finding.Latitude,
            finding.SquareMetresMoved is { } moved
                ? QuantityNode.Of(Area.FromSquareMetres(moved), AreaUnit.SquareMetre) : null);
    }
}

/// <summary>How much a layer is.</summary>
[GraphQLName("LayerMeasure")]
internal sealed class LayerMeasureNode(LayerMeasure measure)
{
    /// <summary>Its features.</summary>
    public int FeatureCount => measure.FeatureCount;

    /// <summary>The box around them.</summary>
    public Bounds? Bounds =>
        measure.Bounds is { } box ? new Bounds(box.West, box.South, box.East, box.North) : null;

    /// <summary>Their area; ground that two of them claim counts twice.</summary>
    public QuantityNode Area(AreaUnit unit = AreaUnit.SquareKilometre) =>
        QuantityNode.Of(Gep.Accounting.Measures.Area.FromSquareMetres(measure.SquareMetres), unit);
}

/// <summary>A class of a layer before and after.</summary>
internal sealed class ClassChange(ClassMeasure measure)
{
    /// <summary>Ecosystem type, district, or zone of a reserve.</summary>
    public string Code => measure.Code;

    /// <summary>Its name; the code where it has none.</summary>
    public TextNode Name => TextNode.Of(measure.Name);

    /// <summary>Features as the layer is.</summary>
    public int FeaturesBefore => measure.FeaturesBefore;

    /// <summary>Features as it would be.</summary>
    public int FeaturesAfter => measure.FeaturesAfter;

    /// <summary>Area as the layer is.</summary>
    public QuantityNode AreaBefore(AreaUnit unit = AreaUnit.Hectare) =>
        QuantityNode.Of(Area.FromSquareMetres(measure.SquareMetresBefore), unit);

    /// <summary>Area as it would be.</summary>
    public QuantityNode AreaAfter(AreaUnit unit = AreaUnit.Hectare) =>
        QuantityNode.Of(Area.FromSquareMetres(measure.SquareMetresAfter), unit);
}

/// <summary>GEP of a year before and after.</summary>
/// <param name="Year">The year.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">As it would be.</param>
internal sealed record AccountChange(int Year, AmountNode Before, AmountNode After);

/// <summary>Something found in a file.</summary>
/// <param name="Code">Stable code; docs/problems.md explains each.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Where">File, feature, field.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Feature">Ordinal of the feature, from 1; null when no single one is meant.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Longitude">Where, in degrees.</param>
/// <param name="Latitude">Where, in degrees.</param>
/// <param name="Moved">Area that a repair moved; null of what is no repair.</param>
internal sealed record Finding(
    string Code, ProblemSeverity Severity, string Where, TextNode Message, TextNode Remedy, long? Feature,
    string? FeatureId, double? Longitude, double? Latitude, QuantityNode? Moved);

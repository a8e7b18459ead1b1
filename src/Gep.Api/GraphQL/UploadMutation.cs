using Gep.Api.Changes;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Uploads;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.GraphQL;

/// <content>Files sent as layers.</content>
internal sealed partial class Mutation
{
    /// <summary>
    /// Takes a file as the next version of a layer: checked and shown first, in force only when accepted.
    /// </summary>
    public async Task<UploadPayload> UploadLayer(UploadLayerInput input, CancellationToken cancellation)
    {
        if (Uploads(out var refused) is not { } desk) return refused!;
        var problems = new ProblemList();
        if (Catalog.Layers.All(layer => layer.Code != input.Layer))
        {
            problems.Refuse(ChangeProblemCode.LayerUnknown, input.Layer,
                new($"工作区没有图层 {input.Layer}。", $"The workspace has no layer {input.Layer}."),
                new("见 layers。", "See layers."));
            return Refused(problems);
        }
        var staged = await desk.Shelf.StageAsync(
            input.File, input.Layer, request.Caller.Name, desk.Now, problems, cancellation);
        if (staged is null) return Refused(problems);
        staged = staged with
        {
            Crs = input.Crs,
            IsSchematic = input.IsSchematic,
            Licence = input.Licence,
            Note = input.Note,
        };
        var body = new
        {
            staged.Layer, staged.FileName, staged.ContentHash, input.Crs, input.IsSchematic, input.Licence,
            input.Note,
        };
        var asked = RunOf(RunKind.Review, staged);
        long number = 0;
        bool isNew = false;
        try
        {
            var (status, answer) = Once(input.IdempotencyKey, body, "upload-received", write =>
            {
                desk.Shelf.Save(staged);
                number = AddRun(write, asked);
                return new Written(staged.Id, SubjectOf(staged), []);
            });
            isNew = status == WriteStatus.Made;
            if (isNew) Begin(desk, staged, UploadState.Checking, number, asked);
            return Payload(desk, answer);
        }
        finally
        {
            if (!isNew) desk.Shelf.Drop(staged);
        }
    }

    /// <summary>Lets a reviewed file be the layer from now on.</summary>
    public UploadPayload AcceptUpload(AcceptUploadInput input)
    {
        if (Uploads(out var refused) is not { } desk) return refused!;
        (RunRequest Asked, long Number)? run = null;
        var (_, answer) = Once(input.IdempotencyKey, input, "upload-accepted", write =>
        {
            if (desk.Shelf.Find(input.Upload) is not { State: UploadState.Ready } upload)
                return Written.Refused(NotReady(desk, input.Upload));
            var asked = RunOf(RunKind.Accept, upload);
            run = (asked, AddRun(write, asked));
            return new Written(upload.Id, SubjectOf(upload), []);
        });
        if (run is { } made && desk.BeginAccepting(input.Upload, request.Caller.Name) is { } accepting)
            Begin(desk, accepting, UploadState.Accepting, made.Number, made.Asked);
        return Payload(desk, answer);
    }

    /// <summary>Lays a file aside; nothing changes.</summary>
    public UploadPayload RejectUpload(RejectUploadInput input)
    {
        if (Uploads(out var refused) is not { } desk) return refused!;
        var (_, answer) = Once(input.IdempotencyKey, input, "upload-rejected", _ =>
            desk.Reject(input.Upload, request.Caller.Name, input.Note) is { } rejected
                ? new Written(rejected.Id, SubjectOf(rejected), [])
                : Written.Refused(NotReady(desk, input.Upload)));
        return Payload(desk, answer);
    }

    private RunRequest RunOf(RunKind kind, LayerUpload upload) => new(
        WorkspaceProblem.CodeOf(kind), 0, upload.Id, Catalog.Snapshot.Id, request.Caller.Name);

    private void Begin(UploadDesk desk, LayerUpload upload, UploadState state, long number, RunRequest asked)
    {
        desk.Shelf.Change(upload.Id, state, now => now with { Run = Number(number) });
        runs.Start(number, asked);
    }

    private static string SubjectOf(LayerUpload upload) =>
        $"upload {upload.Id} layer {upload.Layer} {upload.ContentHash}";

    /// <summary>The desk, or why the caller gets none.</summary>
    private UploadDesk? Uploads(out UploadPayload? refused)
    {
        refused = null;
        if (request.Caller.IsPublic) throw Coded("Writing needs a token.", "TOKEN_NEEDED");
        if (!request.Caller.MaySendLayers)
            refused = new UploadPayload(null, [Forbidden([CallerRole.Analyst, CallerRole.Admin])]);
        else if (desks.Uploads is null)
            refused = new UploadPayload(null, [StoreNeeded()]);
        return refused is null ? desks.Uploads : null;
    }

    private static ProblemNode NotReady(UploadDesk desk, string id)
    {
        if (desk.Shelf.Find(id) is not { } upload)
        {
            return Refusal(WorkspaceProblem.CodeOf(ChangeProblemCode.UploadUnknown), id,
                new("此实例没有这个上传。", "There is no such upload at this instance."),
                new("见 uploads。", "See uploads."));
        }
        string state = WorkspaceProblem.CodeOf(upload.State);
        return Refusal(WorkspaceProblem.CodeOf(ChangeProblemCode.UploadNotReady), id,
            new($"该上传不在待定状态：{state}。", $"The upload does not wait for a decision: it is {state}."),
            new("只有 READY 的上传可接受或退回。", "Only one that is READY can be accepted or rejected."));
    }

    private UploadPayload Payload(UploadDesk desk, Written answer) => new(
        answer.Made is { } id && desk.Shelf.Find(id) is { } upload
            ? new LayerUploadNode(upload, Catalog, runs) : null,
        answer.Problems);

    private static UploadPayload Refused(ProblemList problems) =>
        new(null, [.. problems.All.Select(ProblemNode.Of)]);

    private static ProblemNode StoreNeeded() => Refusal(
        WorkspaceProblem.CodeOf(ChangeProblemCode.StoreNeeded), "serve",
        new("服务直接读取文件夹，不保存任何更改。", "The service reads a folder and keeps no change."),
        new("请用数据库启动：./gep serve 工作区 --database private。",
            "Serve it with a database: ./gep serve WORKSPACE --database private."));
}

/// <summary>A file to take as a layer.</summary>
/// <param name="Layer">Code of the layer: <c>lakes</c>.</param>
/// <param name="File">GeoJSON, a feature a line, GeoPackage, or a Shapefile packed as .zip.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
/// <param name="Crs">Its coordinate reference system, such as <c>EPSG:4547</c>; null for the layer's.</param>
/// <param name="IsSchematic">Whether it is drawn, not surveyed; null for as the layer is.</param>
/// <param name="Licence">Its licence; null for the layer's.</param>
/// <param name="Note">What whoever decides should know.</param>
internal sealed record UploadLayerInput(
    [property: ID] string Layer, IFile File, string IdempotencyKey, string? Crs = null,
    bool? IsSchematic = null, string? Licence = null, string? Note = null);

/// <summary>An upload to accept.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
internal sealed record AcceptUploadInput([property: ID] string Upload, string IdempotencyKey);

/// <summary>An upload to lay aside.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="IdempotencyKey">A key of your own for this request.</param>
/// <param name="Note">Why.</param>
internal sealed record RejectUploadInput(
    [property: ID] string Upload, string IdempotencyKey, string? Note = null);

/// <summary>The upload, or why it was refused.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Problems">Why not.</param>
internal sealed record UploadPayload(LayerUploadNode? Upload, IReadOnlyList<ProblemNode> Problems);

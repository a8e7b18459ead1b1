using Gep.Accounting.Problems;
using Gep.Api.Changes;
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
            Crs = input.Crs, IsSchematic = input.IsSchematic, Licence = input.Licence, Note = input.Note,
        };
        var body = new
        {
            staged.Layer, staged.FileName, staged.ContentHash, input.Crs, input.IsSchematic, input.Licence,
            input.Note,
        };
        try
        {
            return Once(input.IdempotencyKey, body, () => StartReview(desk, staged));
        }
        finally
        {
            if (desk.Shelf.Find(staged.Id) is null) desk.Shelf.Drop(staged);
        }
    }

    /// <summary>Lets a reviewed file be the layer from now on.</summary>
    public UploadPayload AcceptUpload(AcceptUploadInput input) => Once(input.IdempotencyKey, input, () =>
    {
        if (Uploads(out var refused) is not { } desk) return refused!;
        var accepted = desk.Shelf.Change(input.Upload, UploadState.Ready, upload => upload with
        {
            State = UploadState.Accepting, DecidedBy = request.Caller.Name, DecidedAt = desk.Now,
        });
        if (accepted is null) return NotReady(desk, input.Upload);
        var run = runs.Start(
            RunKind.Accept, 0, accepted.Layer, request.Caller.Name,
            (run, problems, stop) => desk.Accept(accepted, run, problems, stop));
        if (run is null)
        {
            desk.Shelf.Change(accepted.Id, UploadState.Accepting, upload => upload with
            {
                State = UploadState.Ready, DecidedBy = null, DecidedAt = null,
            });
            return new UploadPayload(null, [TooManyRuns()]);
        }
        desk.Wrote(request.Caller.Name, "upload-accepted", accepted);
        Wrote(logger, request.Caller.Name, "accept-upload", $"{accepted.Id} {accepted.Layer} run {run.Id}");
        desk.Shelf.Change(accepted.Id, UploadState.Accepting, upload => upload with { Run = run.Id });
        return Payload(desk, accepted);
    });

    /// <summary>Lays a file aside; nothing changes.</summary>
    public UploadPayload RejectUpload(RejectUploadInput input) => Once(input.IdempotencyKey, input, () =>
    {
        if (Uploads(out var refused) is not { } desk) return refused!;
        if (desk.Reject(input.Upload, request.Caller.Name, input.Note) is not { } rejected)
            return NotReady(desk, input.Upload);
        Wrote(logger, request.Caller.Name, "reject-upload", $"{rejected.Id} {rejected.Layer}");
        return Payload(desk, rejected);
    });

    private UploadPayload StartReview(UploadDesk desk, LayerUpload staged)
    {
        desk.Shelf.Save(staged);
        var run = runs.Start(
            RunKind.Review, 0, staged.Layer, request.Caller.Name,
            (run, problems, stop) => desk.Review(staged, run, problems, stop));
        if (run is null)
        {
            desk.Shelf.Drop(staged);
            return new UploadPayload(null, [TooManyRuns()]);
        }
        desk.Wrote(request.Caller.Name, "upload-received", staged);
        Wrote(logger, request.Caller.Name, "upload-layer", $"{staged.Id} {staged.Layer} run {run.Id}");
        desk.Shelf.Change(staged.Id, UploadState.Checking, upload => upload with { Run = run.Id });
        return Payload(desk, staged);
    }

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

    private UploadPayload NotReady(UploadDesk desk, string id)
    {
        var problems = new ProblemList();
        if (desk.Shelf.Find(id) is not { } upload)
        {
            problems.Refuse(ChangeProblemCode.UploadUnknown, id,
                new("此实例没有这个上传。", "There is no such upload at this instance."),
                new("见 uploads。", "See uploads."));
            return Refused(problems);
        }
        string state = WorkspaceProblem.CodeOf(upload.State);
        problems.Refuse(ChangeProblemCode.UploadNotReady, id,
            new($"该上传不在待定状态：{state}。", $"The upload does not wait for a decision: it is {state}."),
            new("只有 READY 的上传可接受或退回。", "Only one that is READY can be accepted or rejected."));
        return Refused(problems) with { Upload = new LayerUploadNode(upload, Catalog, runs) };
    }

    private UploadPayload Payload(UploadDesk desk, LayerUpload upload) =>
        new(new LayerUploadNode(desk.Shelf.Find(upload.Id) ?? upload, Catalog, runs), []);

    private static UploadPayload Refused(ProblemList problems) =>
        new(null, [.. problems.All.Select(ProblemNode.Of)]);

    private static ProblemNode StoreNeeded() => Refusal(
        WorkspaceProblem.CodeOf(ChangeProblemCode.StoreNeeded), "serve",
        new("服务直接读取文件夹，不保存任何更改。", "The service reads a folder and keeps no change."),
        new("请用数据库启动：./gep serve 工作区 --database private。",
            "Serve it with a database: ./gep serve WORKSPACE --database private."));

    private static ProblemNode TooManyRuns() => Refusal("too-many-runs", "runs",
        new BilingualText("等候的任务过多。", "Too many runs wait."), new("请稍后再试。", "Try again later."));
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

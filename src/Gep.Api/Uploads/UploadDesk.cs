using Gep.Api.Changes;
using Gep.Api.Records;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Uploads;

/// <summary>What is done with files that were sent: reviewed, accepted, laid aside.</summary>
/// <param name="shelf">Where they wait.</param>
/// <param name="changes">What publishes them.</param>
/// <param name="audit">Who did what.</param>
/// <param name="clock">When.</param>
internal sealed class UploadDesk(
    UploadShelf shelf, ChangeDesk changes, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Where they wait.</summary>
    public UploadShelf Shelf => shelf;

    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads and compares an upload; what was found is kept with it.</summary>
    public string? Review(LayerUpload upload, ServiceRun run, ProblemList problems, CancellationToken stop)
    {
        var (state, review) = (UploadState.Failed, (LayerReview?)null);
        try
        {
            review = changes.InFolder((folder, basis) => ReviewLayer.Of(
                folder, changes.WaitFor(basis, stop), upload.ReplacementFrom(shelf.FileOf(upload)), problems,
                run, stop));
            state = problems.HasRefusal ? UploadState.Refused : UploadState.Ready;
        }
        finally
        {
            shelf.Change(upload.Id, UploadState.Checking, now => now with
            {
                Run = run.Id,
                State = state,
                Review = review,
                Problems = review is null ? [.. problems.All] : [],
            });
        }
        return review?.Basis;
    }

    /// <summary>Publishes an upload that waits to be accepted; where it is refused, it waits again.</summary>
    public string? Accept(LayerUpload upload, ServiceRun run, ProblemList problems, CancellationToken stop)
    {
        string? snapshot = null;
        try
        {
            snapshot = changes.Publish(
                run.StartedBy, (folder, found) => Apply(upload, folder, found), problems, run, stop);
        }
        finally
        {
            shelf.Change(upload.Id, UploadState.Accepting, now => now with
            {
                Run = run.Id,
                State = snapshot is null ? UploadState.Ready : UploadState.Accepted,
                Snapshot = snapshot,
                Problems = snapshot is null ? [.. problems.All] : [],
            });
        }
        return snapshot;
    }

    /// <summary>Lays an upload aside; null where it does not wait for a decision.</summary>
    public LayerUpload? Reject(string id, string by, string? note)
    {
        var rejected = shelf.Change(id, UploadState.Ready, now => now with
        {
            State = UploadState.Rejected, DecidedBy = by, DecidedAt = Now, Note = note ?? now.Note,
        });
        if (rejected is not null) Wrote(by, "upload-rejected", rejected);
        return rejected;
    }

    /// <summary>Enters into the audit log what was done with an upload.</summary>
    public void Wrote(string by, string action, LayerUpload upload) =>
        audit.Append(by, action, $"upload {upload.Id} layer {upload.Layer} {upload.ContentHash}");

    /// <summary>
    /// The layer that it was compared with must still be there, or the file itself, where an acceptance broke
    /// off after it was published.
    /// </summary>
    private bool Apply(LayerUpload upload, string folder, ProblemList problems)
    {
        var file = upload.ReplacementFrom(shelf.FileOf(upload));
        string? hash = ReviewLayer.HashOf(folder, upload.Layer);
        if (file.ApplyTo(folder, problems) is null) return false;
        if (hash == upload.Review!.LayerHash || hash == ReviewLayer.HashOf(folder, upload.Layer)) return true;
        problems.Refuse(ChangeProblemCode.LayerReplacedSince, upload.Layer,
            new("核对之后该图层已有新版本。", "The layer was replaced since the file was compared with it."),
            new("请重新上传并核对。", "Send the file again and look at what it changes."));
        return false;
    }
}

using Gep.Api.Changes;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Uploads;

/// <summary>What is done with files that were sent: reviewed, accepted, laid aside.</summary>
/// <param name="shelf">Where they wait.</param>
/// <param name="changes">What publishes them.</param>
/// <param name="clock">When.</param>
internal sealed class UploadDesk(UploadShelf shelf, ChangeDesk changes, TimeProvider clock)
{
    /// <summary>Where they wait.</summary>
    public UploadShelf Shelf => shelf;

    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads and compares the upload of a run; what was found is kept with it.</summary>
    public string? Review(ServiceRun run, ProblemList problems, CancellationToken stop)
    {
        var upload = shelf.Find(run.Request.Variant!)
            ?? throw new InvalidOperationException($"The upload {run.Request.Variant} is not here.");
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
            if (!stop.IsCancellationRequested)
            {
                shelf.Change(upload.Id, UploadState.Checking, now => now with
                {
                    Run = run.Id,
                    State = state,
                    Review = review,
                    Problems = review is null ? [.. problems.All] : [],
                });
            }
        }
        return review?.Basis;
    }

    /// <summary>An upload that waits is being accepted from now on; null where it does not wait.</summary>
    public LayerUpload? BeginAccepting(string id, string by) =>
        shelf.Change(id, UploadState.Ready, upload => upload with
        {
            State = UploadState.Accepting,
            DecidedBy = by,
            DecidedAt = Now,
        });

    /// <summary>Publishes the upload of a run; where it is refused, it waits again.</summary>
    public string? Accept(ServiceRun run, ProblemList problems, CancellationToken stop)
    {
        string id = run.Request.Variant!, by = run.Request.StartedBy;
        var upload = BeginAccepting(id, by) ?? shelf.Find(id);
        if (upload is not { State: UploadState.Accepting })
        {
            problems.Refuse(ChangeProblemCode.UploadNotReady, id,
                new("该上传已有决定。", "The upload was decided on already."),
                new("见 uploads。", "See uploads."));
            return null;
        }
        string? snapshot = null;
        try
        {
            snapshot = changes.Publish(
                by, (folder, found) => Apply(upload, folder, found), problems, run, stop);
        }
        finally
        {
            if (snapshot is not null || !stop.IsCancellationRequested)
            {
                shelf.Change(id, UploadState.Accepting, now => now with
                {
                    Run = run.Id,
                    State = snapshot is null ? UploadState.Ready : UploadState.Accepted,
                    Snapshot = snapshot,
                    Problems = snapshot is null ? [.. problems.All] : [],
                });
            }
        }
        return snapshot;
    }

    /// <summary>
    /// Lays an upload aside that waits for a decision or is still being checked; null where it was decided
    /// on.
    /// </summary>
    public LayerUpload? Reject(string id, string by, string? note)
    {
        return shelf.Change(id, UploadState.Ready, Rejected)
            ?? shelf.Change(id, UploadState.Checking, Rejected);

        LayerUpload Rejected(LayerUpload upload) => upload with
        {
            State = UploadState.Rejected,
            DecidedBy = by,
            DecidedAt = Now,
            Note = note ?? upload.Note,
        };
    }

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

using System.Text;
using System.Text.Json;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Changes;
using Gep.Api.Dossiers;
using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Gep.Api.Workspaces;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Takes a step of <c>gep dossier</c> in the store instead of a folder.</summary>
internal static class StoredStep
{
    /// <summary>
    /// What the command prints: of a key that was used before, what it printed then. Null after the reasons
    /// why the step was not taken were added.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="folder">Folder of the dossiers' tables; the workspace's own when null.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="request">The step.</param>
    /// <param name="key">The idempotency key; null for a step that is never repeated.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops a draw.</param>
    public static string? Take(
        Store store, string root, string? folder, ScheduleKey schedule, StepRequest request, string? key,
        ProblemList problems, CancellationToken cancellation)
    {
        if (WorkspaceReader.Read(root, problems) is not { } workspace) return null;
        long id = SnapshotWriting.WorkspaceId(store, workspace.Id);
        var write = WriteKey.Of(request.Actor, key ?? Guid.NewGuid().ToString(), BodyOf(schedule, request));
        var written = StoreUnavailableException.Tell(() =>
            WriteOnce.Run(store, write, DossierText.StepAction, context =>
            {
                // Before the schedule, as the service locks them: neither waits for the other for ever.
                var adjustments = request.Step == ScheduleStep.Submit
                    ? AdjustmentsOf(context, id, schedule) : null;
                WriteOnce.Lock(context, StoredSchedules.SubjectOf(id, schedule.ToString()));
                var place = new DossierPlace(
                    folder ?? Path.Combine(root, OpenedDossier.FolderName), new StoredSchedules(context, id));
                var dossier = OpenedDossier.OpenIn(root, place, schedule, problems, cancellation);
                if (dossier is not null && adjustments is not null)
                    AdjustmentCheck.RefuseWaiting(adjustments, dossier.Schedule, problems);
                var log = dossier is null || problems.HasRefusal
                    ? null : TakeStep.For(dossier, request, problems);
                return log is null ? null : new WriteResult(
                    JsonSerializer.Serialize(DossierText.StepLine(schedule, log)),
                    DossierText.SubjectOf(log.Entries[^1]));
            }));
        if (written.Status == WriteStatus.KeyReused)
        {
            problems.Refuse(WorkspaceProblemCode.StepRefused, "--key",
                new("此幂等键已用于另一请求，未登记任何内容。",
                    "The idempotency key belongs to another request; nothing was entered."),
                new("每个新的请求请用新的键。", "Use a new key for each new request."));
        }
        return written.Answer is null ? null : JsonSerializer.Deserialize<string>(written.Answer);
    }

    /// <summary>The adjustments of a scheme as the published snapshot and the records since have them; nobody
    /// adds to them before the step is over.</summary>
    private static RecordLedger AdjustmentsOf(StoreContext context, long workspaceId, ScheduleKey schedule)
    {
        var kind = RecordKind.Adjustment;
        string subject = kind.SubjectOf(schedule.Scheme, schedule.Year);
        var records = StoredRecords.ReadLocked(context, workspaceId, kind.Name, subject);
        string folder = TemporaryFolder.New();
        try
        {
            SnapshotFolder.WriteOne(context, workspaceId, kind.Place, folder);
            return RecordLedger.Of(kind.ReadRows(folder, subject), records);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] BodyOf(ScheduleKey schedule, StepRequest request) => Encoding.UTF8.GetBytes(
        JsonLine.Of(json =>
        {
            json.WriteString("schedule", schedule.ToString());
            json.WriteString("step", WorkspaceProblem.CodeOf(request.Step));
            json.WriteString("role", WorkspaceProblem.CodeOf(request.Role));
            json.WriteString("note", request.Note);
            json.WriteString("stage", request.Stage is { } stage ? WorkspaceProblem.CodeOf(stage) : null);
            json.WriteStartArray("lines");
            foreach (string line in request.Lines) json.WriteStringValue(line);
            json.WriteEndArray();
        }));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gep.Api.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gep.Api.Persistence.Writing;

/// <summary>Writes runs, each in one transaction.</summary>
internal static class RunWriting
{
    /// <summary>The run of this snapshot, year, profile and build; null when it was never made.</summary>
    public static StoredRun? Find(
        StoreContext context, long snapshotId, string kind, int year, string profile)
    {
        var row = context.Runs.AsNoTracking().FirstOrDefault(run =>
            run.SnapshotId == snapshotId && run.Kind == kind && run.Year == year && run.Profile == profile
            && run.Engine == ProgramBuild.Id);
        return row is null
            ? null : new StoredRun(row.Id, row.Kind, row.Year, row.Profile, row.ResultHash, false);
    }

    /// <summary>Records a run unless it is there.</summary>
    /// <param name="store">The store; it is this process's turn to write.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="snapshotId">The snapshot's number.</param>
    /// <param name="snapshot">The snapshot's id.</param>
    /// <param name="layers">The snapshot's layers.</param>
    /// <param name="run">The run.</param>
    /// <param name="actor">Who writes.</param>
    public static StoredRun Write(
        Store store, string workspace, long snapshotId, string snapshot, IReadOnlyList<StoredLayer> layers,
        RunToStore run, string actor)
    {
        using var context = store.NewContext();
        using var transaction = context.Database.BeginTransaction();
        if (Find(context, snapshotId, run.Kind, run.Year.Number, run.Profile) is { } known) return known;
        ImmutableArray<HashedFile> packs =
        [
            .. context.SnapshotFiles.AsNoTracking().Where(file => file.SnapshotId == snapshotId)
                .OrderBy(file => file.Path).Select(file => new HashedFile(file.Path, file.ContentHash)),
        ];
        byte[] manifest = RunManifest.Of(workspace, snapshot, layers, packs, run);
        var row = new RunRow
        {
            SnapshotId = snapshotId,
            Kind = run.Kind,
            Year = run.Year.Number,
            Profile = run.Profile,
            Engine = ProgramBuild.Id,
            ResultHash = run.ResultHash,
            Manifest = Encoding.UTF8.GetString(manifest),
            RecordedAt = AuditLog.Now(),
        };
        context.Runs.Add(row);
        context.SaveChanges();
        foreach (var document in run.Documents.Append(new RunDocument(RunManifest.Name, manifest)))
        {
            context.RunDocuments.Add(new RunDocumentRow
            {
                RunId = row.Id,
                Name = document.Name,
                ContentHash = SnapshotWriting.Keep(context, document.Bytes),
            });
        }
        context.SaveChanges();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        if (run.Report is not null) AccountWriting.Write(connection, row.Id, run.Report.Account);
        ScheduleWriting.Write(context, connection, row.Id, run.Outcomes);
        AuditLog.Append(context, actor, $"{run.Kind}-recorded", string.Create(
            CultureInfo.InvariantCulture, $"run {row.Id} {run.Year} {run.Profile} {run.ResultHash}"));
        transaction.Commit();
        return new StoredRun(row.Id, row.Kind, row.Year, row.Profile, row.ResultHash, true);
    }
}

using Gep.Accounting.Problems;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Writing;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Persistence;

/// <summary>The tiny workspace and a database to ingest it into.</summary>
internal sealed class StoredWorkspace(string database) : IDisposable
{
    public string Database { get; } = database;

    public TinyWorkspace Workspace { get; } = TinyWorkspace.Create();

    public Store Store { get; } = Store.Open(database);

    public string Root => Workspace.Root;

    public IngestOutcome Ingest() =>
        TryIngest(out var problems) ?? throw new InvalidOperationException(string.Join(
            '\n', problems.All.Where(problem => problem.Severity == ProblemSeverity.Refusal)));

    public IngestOutcome? TryIngest(out ProblemList problems)
    {
        problems = new ProblemList();
        return IngestWorkspace.Run(
            Store, new IngestRequest(Root, null, 1, "test"), problems, new Progress<RunProgress>(),
            CancellationToken.None);
    }

    /// <summary>Number of rows of each table that an ingest writes.</summary>
    public long[] Counts() =>
    [
        .. new[]
        {
            "layer_version", "feature", "snapshot", "publication", "run", "run_document", "account_line",
            "schedule", "payment_line", "payment_share", "audit_entry",
        }.Select(table => TestCluster.Scalar<long>(Database, $"select count(*) from gep.{table}")),
    ];

    public string[] Published()
    {
        using var context = Store.NewContext();
        return
        [
            .. from publication in context.Publications
               join snapshot in context.Snapshots on publication.SnapshotId equals snapshot.Id
               orderby publication.Id
               select snapshot.Key,
        ];
    }

    public void Dispose()
    {
        Store.Dispose();
        Workspace.Dispose();
    }
}

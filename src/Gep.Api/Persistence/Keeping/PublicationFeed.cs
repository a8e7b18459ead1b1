using Gep.Api.Persistence.Writing;
using Gep.Api.Records;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gep.Api.Persistence.Keeping;

/// <summary>Publications of a workspace, told by the database as they are committed.</summary>
internal sealed class PublicationFeed(Store store, long workspaceId) : ISnapshotFeed
{
    /// <summary>What the database is listened to for.</summary>
    public const string Channel = "gep_published";

    /// <summary>A connection that died without a word is noticed after this time at the latest.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ConnectAgain = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string? Current()
    {
        using var context = store.NewContext();
        return SnapshotWriting.CurrentSnapshot(context, workspaceId) is { } id
            ? context.Snapshots.AsNoTracking().Single(row => row.Id == id).Key : null;
    }

    /// <inheritdoc/>
    public bool WasPublished(string key)
    {
        using var context = store.NewContext();
        return (from publication in context.Publications
                join snapshot in context.Snapshots on publication.SnapshotId equals snapshot.Id
                where snapshot.WorkspaceId == workspaceId && snapshot.Key == key
                select publication.Id).Any();
    }

    /// <inheritdoc/>
    public async Task FollowAsync(
        Func<string, CancellationToken, Task> published, CancellationToken cancellation)
    {
        string? told = null;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var connection = await store.OpenConnectionAsync(cancellation);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(cancellation);
                while (true)
                {
                    if (Current() is { } key && key != told)
                    {
                        await published(key, cancellation);
                        told = key;
                        continue;
                    }
                    if (!await connection.WaitAsync(LookAgain, cancellation)) continue;
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException
                or InvalidOperationException { InnerException: NpgsqlException })
            {
                await Task.Delay(ConnectAgain, cancellation)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

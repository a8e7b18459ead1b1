using System.Diagnostics;
using Gep.Api.Persistence.Keeping;
using Gep.Api.Records;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Changes;

/// <summary>
/// Changes what the service answers from: the content of the published snapshot with changed files is checked
/// as a whole, kept and published as the next snapshot, at which every instance then is.
/// </summary>
/// <param name="holder">Where the snapshot in force is held.</param>
/// <param name="book">The content by snapshots.</param>
internal sealed class ChangeDesk(SnapshotHolder holder, IWorkspaceBook book)
{
    /// <summary>How often a change is made anew because another one was published meanwhile.</summary>
    private const int AttemptsMax = 5;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>More than an instance needs to read the snapshot of a large city.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The id of the snapshot with the change, in force here; null after its problems were added.
    /// </summary>
    /// <param name="actor">Who changes.</param>
    /// <param name="apply">
    /// Changes files in a folder of the content, given with its snapshot; false after it added why not.
    /// </param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellation">Stops it before it is kept.</param>
    public string? Publish(
        string actor, Func<string, ProblemList, bool> apply, ProblemList problems,
        IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            var found = new ProblemList();
            string? key = InFolder((folder, basis) => apply(folder, found)
                ? book.Publish(folder, basis, actor, found, progress, cancellation)
                : null);
            bool isSuperseded = found.All.Any(problem =>
                problem.Code == WorkspaceProblem.CodeOf(ChangeProblemCode.SnapshotSuperseded));
            if (isSuperseded && attempt < AttemptsMax) continue;
            problems.AddAll(found.All);
            if (key is not null) WaitFor(key, cancellation);
            return key;
        }
    }

    /// <summary>
    /// Does something with the content of the published snapshot, in a folder that is deleted.
    /// </summary>
    public T InFolder<T>(Func<string, string, T> use)
    {
        string folder = TemporaryFolder.New();
        try
        {
            return use(folder, book.WriteTo(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// The snapshot of an id as soon as it answers here, or the one that was published after it.
    /// </summary>
    public ServiceSnapshot WaitFor(string key, CancellationToken cancellation)
    {
        long begun = Stopwatch.GetTimestamp();
        while (holder.Current is not { } snapshot || (snapshot.Id != key && snapshot.Id != book.Current()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(begun) > WaitMax)
                throw new TimeoutException($"{key} is published and not in force after {WaitMax}.");
            Thread.Sleep(Look);
        }
        return holder.Current!;
    }
}

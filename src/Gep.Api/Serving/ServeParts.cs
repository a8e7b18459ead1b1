using Gep.Api.Dossiers;
using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Serving;

/// <summary>A workspace to read anew.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Holder">Where the snapshot in force is held.</param>
internal sealed record PublishRequest(string Actor, SnapshotHolder Holder);

/// <summary>Reads the workspace anew and lets it answer; null after problems that prevent it.</summary>
internal delegate string? PublishWorkspace(
    PublishRequest request, ProblemList problems, IProgress<RunProgress> progress,
    CancellationToken cancellation);

/// <summary>What a service keeps its tokens, steps, runs and first answers in: files and memory, or the
/// store.</summary>
/// <param name="FindCaller">Who bears a token at a time; null when it is unknown or over.</param>
/// <param name="Schedules">The logs of schedules for a folder of dossiers.</param>
/// <param name="Writes">First answers to writes.</param>
/// <param name="Runs">Runs that were asked for.</param>
/// <param name="Publish">Reads the workspace anew.</param>
/// <param name="Restore">The workspace of another snapshot; null where it is not kept.</param>
internal sealed record ServeParts(
    Func<string, DateTimeOffset, Caller?> FindCaller, Func<string, IScheduleStore> Schedules,
    IWriteBook Writes, IRunBook Runs, PublishWorkspace Publish,
    Func<string, CancellationToken, RestoredSnapshot?> Restore)
{
    /// <summary>Tokens that can be issued and taken back; null where they are in a file.</summary>
    public ITokenBook? Tokens { get; init; }

    /// <summary>
    /// Where what changes the workspace is kept; null where it is served straight from files.
    /// </summary>
    public ServeChanges? Changes { get; init; }

    /// <summary>
    /// Without a database: the token file, the folder of dossiers, and memory for runs and first answers.
    /// </summary>
    public static ServeParts OfFiles(ServeSettings settings)
    {
        Func<string, IScheduleStore> schedules = folder => new FolderScheduleStore(folder);
        var runs = new RunsInMemory();
        return new ServeParts(
            settings.Tokens.Find, schedules, new IdempotencyKeys(schedules, runs), runs, ReadAgain,
            (_, _) => null);
    }

    /// <summary>Who bears a token: one of the file, or one of the store.</summary>
    public static Func<string, DateTimeOffset, Caller?> FindIn(TokenRegister file, ITokenBook store) =>
        (token, now) => file.Find(token, now) ?? CallerOf(store.Find(token, now));

    private static string? ReadAgain(
        PublishRequest request, ProblemList problems, IProgress<RunProgress> progress,
        CancellationToken cancellation)
    {
        string root = request.Holder.Current!.Opened.Workspace.Root;
        var read = ServiceSnapshot.Read(root, problems, progress, cancellation);
        if (read is not null) request.Holder.Replace(read);
        return read?.Id;
    }

    private static Caller? CallerOf(TokenGrant? grant) => grant is null
        ? null
        : new Caller(
            grant.Name, [.. grant.Roles.Select(TokenRegister.RoleOf).OfType<CallerRole>()],
            grant.Districts is null ? null : [.. grant.Districts]);
}

/// <summary>Where what changes the workspace is kept.</summary>
/// <param name="Workspace">Its content by snapshots.</param>
/// <param name="Records">Claims and readings.</param>
internal sealed record ServeChanges(IWorkspaceBook Workspace, IRecordBook Records);

using Gep.Api.Dossiers;
using Gep.Api.Records;
using Gep.Api.Security;

namespace Gep.Api.Serving;

/// <summary>What a service keeps its tokens and steps in: files, or the store.</summary>
/// <param name="FindCaller">Who bears a token at a time; null when it is unknown or over.</param>
/// <param name="Schedules">The logs of schedules for a folder of dossiers.</param>
/// <param name="Writes">What changes the workspace; null where it is served straight from files.</param>
internal sealed record ServeParts(
    Func<string, DateTimeOffset, Caller?> FindCaller, Func<string, IScheduleStore> Schedules,
    ServeWrites? Writes = null)
{
    /// <summary>Without a database: the token file, and the folder of dossiers.</summary>
    public static ServeParts OfFiles(ServeSettings settings) =>
        new(settings.Tokens.Find, folder => new FolderScheduleStore(folder));

    /// <summary>In the store; a token of the file holds too.</summary>
    public static ServeParts OfStore(
        ServeSettings settings, ITokenBook tokens, IScheduleStore schedules, ServeWrites writes) => new(
        (token, now) => settings.Tokens.Find(token, now) ?? CallerOf(tokens.Find(token, now)),
        _ => schedules, writes);

    private static Caller? CallerOf(TokenGrant? grant) => grant is null
        ? null
        : new Caller(
            grant.Name, [.. grant.Roles.Select(TokenRegister.RoleOf).OfType<CallerRole>()],
            grant.Districts is null ? null : [.. grant.Districts]);
}

/// <summary>Where what changes the workspace is kept.</summary>
/// <param name="Workspace">Its content by snapshots.</param>
/// <param name="Records">Claims and readings.</param>
/// <param name="Audit">Who did what.</param>
internal sealed record ServeWrites(IWorkspaceBook Workspace, IRecordBook Records, IAuditTrail Audit);

using Gep.Api.Records;
using Gep.Api.Security;
using Gep.Api.Workflow;

namespace Gep.Api.Serving;

/// <summary>What a service keeps its tokens and steps in: files, or the store.</summary>
/// <param name="FindCaller">Who bears a token at a time; null when it is unknown or over.</param>
/// <param name="Journal">The steps of schedules.</param>
internal sealed record ServeParts(Func<string, DateTimeOffset, Caller?> FindCaller, IScheduleJournal Journal)
{
    /// <summary>Without a database: the token file, and a folder or memory for the steps.</summary>
    public static ServeParts OfFiles(ServeSettings settings) => new(
        settings.Tokens.Find,
        new WorkflowDesk(settings.WorkflowFolder is { } folder ? new WorkflowFile(folder) : null));

    /// <summary>In the store; a token of the file holds too.</summary>
    public static ServeParts OfStore(ServeSettings settings, ITokenBook tokens,
        IScheduleJournal journal) => new(
        (token, now) => settings.Tokens.Find(token, now) ?? CallerOf(tokens.Find(token, now)), journal);

    private static Caller? CallerOf(TokenGrant? grant) => grant is null
        ? null
        : new Caller(
            grant.Name, [.. grant.Roles.Select(TokenRegister.RoleOf).OfType<CallerRole>()],
            grant.Districts is null ? null : [.. grant.Districts]);
}

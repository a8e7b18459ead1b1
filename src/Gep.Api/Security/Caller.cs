using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Traces;

namespace Gep.Api.Security;

/// <summary>Who asks: the public, or the bearer of a token. What it may see is decided here only.</summary>
/// <param name="Name">Name of the bearer, as it goes into logs.</param>
/// <param name="Roles">Roles; empty for the public.</param>
/// <param name="Districts">Districts whose payees it may see; null for all.</param>
internal sealed record Caller(
    string Name, ImmutableHashSet<CallerRole> Roles, ImmutableHashSet<DistrictCode>? Districts)
{
    /// <summary>What stands where a name is held back.</summary>
    public const string Withheld = "不公开 withheld";

    private static readonly ImmutableHashSet<CallerRole> Paying =
    [
        CallerRole.Officer, CallerRole.Department, CallerRole.Finance, CallerRole.Notary,
        CallerRole.FinanceLeader, CallerRole.Treasury, CallerRole.Auditor,
    ];

    /// <summary>Whoever has no token.</summary>
    public static Caller Public { get; } = new("public", [], []);

    /// <summary>Whether it has no token.</summary>
    public bool IsPublic => Roles.IsEmpty;

    /// <summary>Whether it may see payees of every district.</summary>
    public bool SeesAllPayees => Districts is null && Roles.Overlaps(Paying);

    /// <summary>Whether it may see who is paid in a district.</summary>
    public bool SeesPayeesOf(DistrictCode district) =>
        Roles.Overlaps(Paying) && (Districts is null || Districts.Contains(district));

    /// <summary>Whether it may send layers and decide on them: they are of all districts.</summary>
    public bool MaySendLayers => Districts is null && (Is(CallerRole.Analyst) || Is(CallerRole.Admin));

    /// <summary>Whether it may see files that were sent.</summary>
    public bool SeesUploads => MaySendLayers || Is(CallerRole.Auditor);

    /// <summary>Whether it has a role.</summary>
    public bool Is(CallerRole role) => Roles.Contains(role);

    /// <summary>The line as this caller sees it: without names and their trace where they are not
    /// its.</summary>
    public PaymentLine View(PaymentLine line) => SeesPayeesOf(line.District)
        ? line
        : line with
        {
            Village = "",
            Payee = Withheld,
            Trace = new TraceNode(new(Withheld, Withheld), "", null, null, null, []),
        };

    /// <summary>The role in which it takes a step; null when it has none of the workflow.</summary>
    public ScheduleRole? RoleFor(ScheduleStep step) =>
        Roles.Order().Select(RoleOf).OfType<ScheduleRole>()
            .OrderByDescending(role => Takes(role, step)).Select(role =>
                (ScheduleRole?)role).FirstOrDefault();

    private static bool Takes(ScheduleRole role, ScheduleStep step) => step switch
    {
        ScheduleStep.Submit => role == ScheduleRole.Officer,
        ScheduleStep.Review or ScheduleStep.Settle => role == ScheduleRole.Department,
        ScheduleStep.Approve => role == ScheduleRole.Finance,
        ScheduleStep.Notice => role == ScheduleRole.Notary,
        ScheduleStep.Issue => role == ScheduleRole.FinanceLeader,
        ScheduleStep.Pay or ScheduleStep.Move => role == ScheduleRole.Treasury,
        ScheduleStep.Return or ScheduleStep.Void or ScheduleStep.Contest => true,
    };

    private static ScheduleRole? RoleOf(CallerRole role) => role switch
    {
        CallerRole.Officer => ScheduleRole.Officer,
        CallerRole.Department => ScheduleRole.Department,
        CallerRole.Finance => ScheduleRole.Finance,
        CallerRole.Notary => ScheduleRole.Notary,
        CallerRole.FinanceLeader => ScheduleRole.FinanceLeader,
        CallerRole.Treasury => ScheduleRole.Treasury,
        CallerRole.Auditor => ScheduleRole.Auditor,
        CallerRole.Analyst or CallerRole.Admin => null,
    };
}

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>Which step may follow which status, in which role, and where it leads.</summary>
public static class StepRules
{
    /// <summary>The status a step leads to; null when it leaves the status as it is.</summary>
    public static ScheduleStatus? TargetOf(ScheduleStep step) => step switch
    {
        ScheduleStep.Submit => ScheduleStatus.Submitted,
        ScheduleStep.Review => ScheduleStatus.Reviewed,
        ScheduleStep.Approve => ScheduleStatus.Approved,
        ScheduleStep.Notice => ScheduleStatus.Noticed,
        ScheduleStep.Issue => ScheduleStatus.Issued,
        ScheduleStep.Pay => ScheduleStatus.Paid,
        ScheduleStep.Return => ScheduleStatus.Draft,
        ScheduleStep.Void => ScheduleStatus.Void,
        ScheduleStep.Contest or ScheduleStep.Settle or ScheduleStep.Move => null,
    };

    /// <summary>Whether a step may be taken in a status.</summary>
    public static bool MayFollow(ScheduleStatus status, ScheduleStep step) => step switch
    {
        ScheduleStep.Submit => status == ScheduleStatus.Draft,
        ScheduleStep.Review => status == ScheduleStatus.Submitted,
        ScheduleStep.Approve => status == ScheduleStatus.Reviewed,
        ScheduleStep.Notice => status == ScheduleStatus.Approved,
        ScheduleStep.Issue => status == ScheduleStatus.Noticed,
        ScheduleStep.Pay or ScheduleStep.Move => status == ScheduleStatus.Issued,
        ScheduleStep.Return => status is > ScheduleStatus.Draft and < ScheduleStatus.Issued,
        ScheduleStep.Void => status < ScheduleStatus.Issued,
        ScheduleStep.Contest or ScheduleStep.Settle =>
            status is ScheduleStatus.Noticed or ScheduleStatus.Issued,
    };

    /// <summary>The only role that may take the step; null when several may.</summary>
    public static ScheduleRole? RoleOf(ScheduleStep step) => step switch
    {
        ScheduleStep.Submit => ScheduleRole.Officer,
        ScheduleStep.Review => ScheduleRole.Department,
        ScheduleStep.Approve => ScheduleRole.Finance,
        ScheduleStep.Notice => ScheduleRole.Notary,
        ScheduleStep.Issue => ScheduleRole.FinanceLeader,
        ScheduleStep.Pay => ScheduleRole.Treasury,
        ScheduleStep.Settle => ScheduleRole.Department,
        ScheduleStep.Return or ScheduleStep.Void or ScheduleStep.Contest or ScheduleStep.Move => null,
    };

    /// <summary>Whether the step needs a document number or a reason.</summary>
    public static bool NeedsNote(ScheduleStep step) => step is ScheduleStep.Issue or ScheduleStep.Return
        or ScheduleStep.Void or ScheduleStep.Contest or ScheduleStep.Settle;
}

using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Security;

namespace Gep.Api.GraphQL;

/// <summary>Who may take a step with a schedule at all, whatever its log says.</summary>
internal static class StepPermission
{
    /// <summary>Why a caller may not; null when it may.</summary>
    public static ProblemNode? Refusal(Caller caller, ScheduleStep step, Schedule schedule)
    {
        if (caller.RoleFor(step) is null) return Mutation.Forbidden([CallerRole.Officer]);
        return schedule.Lines.FirstOrDefault(line => !caller.SeesPayeesOf(line.District)) is { } foreign
            ? Mutation.Refusal("district-forbidden", foreign.District.ToString(),
                new("此安排含他区明细，须由全市经办。", "The schedule has lines of a district that is not yours."),
                new("请由有权处理各区的人员办理。", "Somebody responsible for all its districts takes this step."))
            : null;
    }
}

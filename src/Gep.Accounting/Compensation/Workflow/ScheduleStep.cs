namespace Gep.Accounting.Compensation.Workflow;

/// <summary>What happens to a schedule; each step is one entry of its log.</summary>
public enum ScheduleStep
{
    /// <summary>Draft to submitted.</summary>
    Submit,

    /// <summary>Submitted to reviewed.</summary>
    Review,

    /// <summary>Reviewed to approved.</summary>
    Approve,

    /// <summary>Approved to noticed: the public notice begins.</summary>
    Notice,

    /// <summary>Noticed to issued, after the days of notice.</summary>
    Issue,

    /// <summary>Issued to paid: every line has reached its payee.</summary>
    Pay,

    /// <summary>Back to draft with a reason.</summary>
    Return,

    /// <summary>Ended before it was issued.</summary>
    Void,

    /// <summary>Lines are suspended by an objection; they stay in the schedule.</summary>
    Contest,

    /// <summary>An objection was settled; its lines are payable again.</summary>
    Settle,

    /// <summary>Payments of an issued schedule reach another stage.</summary>
    Move,
}

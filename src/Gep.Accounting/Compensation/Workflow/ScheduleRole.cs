namespace Gep.Accounting.Compensation.Workflow;

/// <summary>Who takes a step ([COMPENSATION] §5.4).</summary>
public enum ScheduleRole
{
    /// <summary>Officer in charge 经办.</summary>
    Officer,

    /// <summary>Department in charge 业务主管部门.</summary>
    Department,

    /// <summary>Finance bureau, review and approval 财政部门.</summary>
    Finance,

    /// <summary>Town or village that keeps the public notice 乡镇、村.</summary>
    Notary,

    /// <summary>Leader who signs the document in the finance bureau 财政分管领导.</summary>
    FinanceLeader,

    /// <summary>Treasury or paying bank 国库、代发银行.</summary>
    Treasury,

    /// <summary>Auditor: reads and objects, changes nothing 审计.</summary>
    Auditor,
}

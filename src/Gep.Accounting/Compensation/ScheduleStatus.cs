namespace Gep.Accounting.Compensation;

/// <summary>How far a schedule has come on its way to payment, in order.</summary>
public enum ScheduleStatus
{
    /// <summary>Drawn; nobody has looked at it 草案.</summary>
    Draft,

    /// <summary>Submitted by the officer in charge 经办提交.</summary>
    Submitted,

    /// <summary>Reviewed by the department 业务主管部门审核.</summary>
    Reviewed,

    /// <summary>Approved by finance 财政复核批准.</summary>
    Approved,

    /// <summary>On public notice 公示.</summary>
    Noticed,

    /// <summary>Issued with its document number 下达.</summary>
    Issued,

    /// <summary>Paid 已发放.</summary>
    Paid,

    /// <summary>Withdrawn before it was issued 作废.</summary>
    Void,
}

namespace Gep.Api.Security;

/// <summary>What the bearer of a token may do.</summary>
internal enum CallerRole
{
    /// <summary>Starts runs; sees no payees 分析.</summary>
    Analyst,

    /// <summary>Officer in charge: draws and submits schedules 经办.</summary>
    Officer,

    /// <summary>Department in charge: reviews 业务主管部门.</summary>
    Department,

    /// <summary>Finance bureau: approves 财政部门.</summary>
    Finance,

    /// <summary>Town or village that keeps the public notice 乡镇、村.</summary>
    Notary,

    /// <summary>Leader who signs the document 财政分管领导.</summary>
    FinanceLeader,

    /// <summary>Treasury or paying bank 国库、代发银行.</summary>
    Treasury,

    /// <summary>Auditor: sees everything, objects, changes nothing 审计.</summary>
    Auditor,

    /// <summary>Runs the service; takes no step of a schedule 管理员.</summary>
    Admin,
}

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>How far the payment of a line has come ([COMPENSATION] §4.11).</summary>
public enum PaymentStage
{
    /// <summary>待发起审核.</summary>
    ToSubmit,

    /// <summary>待审核.</summary>
    ToReview,

    /// <summary>待整改.</summary>
    ToCorrect,

    /// <summary>待推送.</summary>
    ToPush,

    /// <summary>已推送.</summary>
    Pushed,

    /// <summary>待发放.</summary>
    ToPay,

    /// <summary>发放中.</summary>
    Paying,

    /// <summary>已发放.</summary>
    Paid,
}

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>Which stage may follow which; a failed payment goes back to correction, a paid one
/// nowhere.</summary>
public static class PaymentStages
{
    /// <summary>Whether a payment may move from one stage to the other.</summary>
    public static bool MayMove(PaymentStage from, PaymentStage to) => from switch
    {
        PaymentStage.ToSubmit => to == PaymentStage.ToReview,
        PaymentStage.ToReview => to is PaymentStage.ToPush or PaymentStage.ToCorrect,
        PaymentStage.ToCorrect => to == PaymentStage.ToReview,
        PaymentStage.ToPush => to == PaymentStage.Pushed,
        PaymentStage.Pushed => to is PaymentStage.ToPay or PaymentStage.ToCorrect,
        PaymentStage.ToPay => to == PaymentStage.Paying,
        PaymentStage.Paying => to is PaymentStage.Paid or PaymentStage.ToCorrect,
        PaymentStage.Paid => false,
    };
}

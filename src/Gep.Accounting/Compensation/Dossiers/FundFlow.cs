using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>Money received, or paid on, under a schedule.</summary>
/// <param name="Document">Document of the allocation.</param>
/// <param name="Received">What was received.</param>
/// <param name="ReceivedOn">When.</param>
/// <param name="Paid">What was paid on of it so far.</param>
/// <param name="PaidOn">When the last of it was paid; null when nothing was.</param>
/// <param name="UseCode">Code of what it was used for.</param>
/// <param name="IssuerIsFinance">Whether the finance department issued it.</param>
public sealed record FundFlow(
    string Document,
    Money Received,
    DateOnly ReceivedOn,
    Money Paid,
    DateOnly? PaidOn,
    string UseCode,
    bool IssuerIsFinance);

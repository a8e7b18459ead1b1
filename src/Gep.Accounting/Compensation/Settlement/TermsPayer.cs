namespace Gep.Accounting.Compensation.Settlement;

/// <summary>The share of a budget in what is settled.</summary>
/// <param name="Payer">The budget.</param>
/// <param name="Share">Its share, or its weight where only the proportion counts.</param>
public sealed record TermsPayer(PayerLayer Payer, decimal Share);

namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>What registers know of a payee.</summary>
/// <param name="Payee">The payee, as in the lines.</param>
/// <param name="IsValid">Whether the payee is alive, resident and entitled.</param>
/// <param name="Card">Card, masked or hashed; null when none is registered.</param>
/// <param name="CardOwner">Who owns the card; null when unknown.</param>
public sealed record PayeeRecord(string Payee, bool IsValid, string? Card, string? CardOwner);

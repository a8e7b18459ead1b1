namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>A ranger paid from the management part.</summary>
/// <param name="Identity">Identity, masked or hashed.</param>
/// <param name="Name">Name.</param>
/// <param name="Contract">Number of the contract; null when there is none.</param>
/// <param name="AreaMu">Area in care [mu].</param>
public sealed record RangerRecord(string Identity, string Name, string? Contract, decimal AreaMu);

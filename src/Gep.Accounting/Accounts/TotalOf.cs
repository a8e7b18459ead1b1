using Gep.Accounting.Measures;

namespace Gep.Accounting.Accounts;

/// <summary>Sum of the lines with one key.</summary>
/// <typeparam name="TKey">District, service, ecosystem type or group.</typeparam>
/// <param name="Key">The key.</param>
/// <param name="Value">The sum.</param>
public readonly record struct TotalOf<TKey>(TKey Key, Money Value);

using Gep.Accounting.Measures;

namespace Gep.Accounting.Accounts;

/// <summary>Change of the booked lines with one key.</summary>
/// <typeparam name="TKey">Service or district.</typeparam>
/// <param name="Key">The key.</param>
/// <param name="Opening">Value at the opening.</param>
/// <param name="Closing">Value at the closing, current prices.</param>
/// <param name="ConstantClosing">Value at the closing, opening prices.</param>
/// <param name="Effects">Why it changed.</param>
public sealed record ChangeOf<TKey>(
    TKey Key, Money Opening, Money Closing, Money ConstantClosing, ChangeEffects Effects);

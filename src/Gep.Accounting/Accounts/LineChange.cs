using Gep.Accounting.Measures;

namespace Gep.Accounting.Accounts;

/// <summary>One line of two years.</summary>
/// <param name="Id">Id of the line in both years.</param>
/// <param name="Opening">The line at the opening; null where it is new.</param>
/// <param name="Closing">The line at the closing; null where it is lost.</param>
/// <param name="ConstantValue">Closing quantity at the opening unit value; at its own where the line is
/// new.</param>
/// <param name="Effects">Why its value changed.</param>
public sealed record LineChange(
    string Id, AccountLine? Opening, AccountLine? Closing, Money ConstantValue, ChangeEffects Effects)
{
    /// <summary>The line of either year.</summary>
    public AccountLine Either => Closing ?? Opening!;

    /// <summary>Change of the value at current prices.</summary>
    public Money Change => (Closing?.Value ?? Money.Zero) - (Opening?.Value ?? Money.Zero);
}

using Gep.Accounting.Traces;

namespace Gep.Accounting.Accounts;

/// <summary>The inputs at the ends of a line's trace.</summary>
internal static class LineInputs
{
    /// <summary>
    /// Every number that was read and not computed, of quantity and unit value, in order of the formulas.
    /// </summary>
    public static IEnumerable<TracedNumber> Of(AccountLine line) =>
        Leaves(line.Amount).Concat(line.Price.SelectMany(Leaves));

    /// <summary>Every number below one that was read and not computed.</summary>
    public static IEnumerable<TracedNumber> Leaves(TracedNumber number) => number.Formula is null
        ? [number]
        : number.From.SelectMany(Leaves);
}

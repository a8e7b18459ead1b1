using System.Collections.Immutable;
using Gep.Accounting.Problems;
using Gep.Accounting.Traces;

namespace Gep.Accounting.Accounts;

/// <summary>A parameter, a statistic or a unit value that differs between two accounts.</summary>
/// <param name="Label">Its name in the closing account.</param>
/// <param name="Opening">Value in the opening account.</param>
/// <param name="Closing">Value in the closing account.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Place">Where the closing value is written.</param>
/// <param name="Lines">Lines that rest on it.</param>
public sealed record MovedInput(
    BilingualText Label, double Opening, double Closing, string Unit, string Place, int Lines)
{
    /// <summary>
    /// What moved, in the order in which lines ask for it. Areas are not inputs: the area effect shows them.
    /// A line of one account only has nothing to be compared with.
    /// </summary>
    public static ImmutableArray<MovedInput> Of(AccountComparison comparison) =>
    [
        .. comparison.Lines
            .Where(line => line.Opening is not null && line.Closing is not null)
            .SelectMany(line => Of(line.Opening!, line.Closing!).Distinct())
            .GroupBy(moved => moved)
            .Select(group => group.Key with { Lines = group.Count() }),
    ];

    private static IEnumerable<MovedInput> Of(AccountLine opening, AccountLine closing)
    {
        foreach (var (before, after) in Inputs(opening).Zip(Inputs(closing)))
        {
            if (before.Symbol != after.Symbol || before.Amount.Equals(after.Amount)) continue;
            yield return new MovedInput(after.Label, before.Amount, after.Amount, after.Unit.ToString(),
                after.Place ?? "", 0);
        }
        var (was, now) = (opening.UnitValue, closing.UnitValue);
        if (!opening.Price.IsEmpty || !closing.Price.IsEmpty || was.Yuan == now.Yuan) yield break;
        yield return new MovedInput(
            new($"单价 {now.Id}", $"unit value {now.Id}"), (double)was.Yuan, (double)now.Yuan,
            now.Unit.ToString(), now.Place, 0);
    }

    private static IEnumerable<TracedNumber> Inputs(AccountLine line) =>
        LineInputs.Of(line).Where(input => input.Source is not null);
}

using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation;

/// <summary>A column printed in 万元 with two decimals that still adds up.</summary>
/// <remarks>
/// The total is rounded half away from zero; each amount is cut down to 0.01 万元, and what is left goes to
/// the
/// largest remainders, ties to the larger amount, then to the lower line.<br/>
/// Source: [COMPENSATION] §4.7, §5.2.
/// </remarks>
public static class PrintedColumn
{
    /// <summary>0.01 万元 is 100 yuan.</summary>
    private const decimal YuanPerUnit = 100m;
    private const decimal UnitsPerWan = 100m;

    /// <summary>The printed numbers [万元], in order of the amounts.</summary>
    public static ImmutableArray<decimal> InWan(ImmutableArray<Money> amounts)
    {
        decimal total = Rounded(amounts.Sum(amount => amount.Yuan));
        decimal[] floors = [.. amounts.Select(amount => decimal.Floor(amount.Yuan / YuanPerUnit))];
        int left = (int)(total - floors.Sum());
        foreach (int line in Enumerable.Range(0, amounts.Length)
            .OrderByDescending(line => amounts[line].Yuan / YuanPerUnit - floors[line])
            .ThenByDescending(line => Math.Abs(amounts[line].Yuan))
            .ThenBy(line => line)
            .Take(left))
        {
            floors[line]++;
        }
        return [.. floors.Select(units => units / UnitsPerWan)];
    }

    private static decimal Rounded(decimal yuan) =>
        Math.Round(yuan / YuanPerUnit, 0, MidpointRounding.AwayFromZero);
}

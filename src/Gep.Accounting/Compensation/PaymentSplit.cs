using System.Collections.Immutable;
using System.Numerics;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation;

/// <summary>Splits an amount by weights so that the parts add up to it exactly.</summary>
/// <remarks>
/// Largest remainder over whole fen: <c>part_i = ⌊T·w_i / Σw⌋</c>, and the fen left over go one each to the
/// largest
/// remainders, ties to the lower line number. Integers throughout, so nothing is lost; the result for −T is
/// the
/// negative of that for T.<br/>
/// T total [fen]; w weights, any unit.<br/>
/// Source: [COMPENSATION] §4.7. A larger total can lower one part (Alabama paradox); the rule is published
/// with
/// the schedule.
/// </remarks>
public static class PaymentSplit
{
    /// <summary>Remainders are printed to 10⁻⁶ of a fen; they rank exactly.</summary>
    private const int RemainderUnits = 1_000_000;

    /// <summary>
    /// Splits the total; false, and no parts, when a weight is negative or the weights add up to nothing.
    /// </summary>
    public static bool TrySplit(
        Money total, ReadOnlySpan<decimal> weights, out ImmutableArray<SplitPart> parts)
    {
        parts = [];
        byte scale = 0;
        foreach (decimal weight in weights)
        {
            if (weight < 0) return false;
            scale = Math.Max(scale, weight.Scale);
        }
        var scaled = new BigInteger[weights.Length];
        var sum = BigInteger.Zero;
        for (int line = 0; line < weights.Length; line++)
        {
            scaled[line] = AtScale(weights[line], scale);
            sum += scaled[line];
        }
        if (sum.IsZero) return false;
        parts = Share(total, scaled, sum);
        return true;
    }

    private static ImmutableArray<SplitPart> Share(Money total, BigInteger[] weights, BigInteger sum)
    {
        var fen = new BigInteger(Math.Abs(total.Fen));
        var floors = new BigInteger[weights.Length];
        var remainders = new BigInteger[weights.Length];
        var left = fen;
        for (int line = 0; line < weights.Length; line++)
        {
            floors[line] = BigInteger.DivRem(fen * weights[line], sum, out remainders[line]);
            left -= floors[line];
        }
        int[] ranks = RanksOf(remainders);
        bool isNegative = total < Money.Zero;
        var parts = ImmutableArray.CreateBuilder<SplitPart>(weights.Length);
        for (int line = 0; line < weights.Length; line++)
        {
            bool hasExtraFen = ranks[line] <= left;
            var part =
                Money.FromFen((decimal)(floors[line] + (hasExtraFen ? BigInteger.One : BigInteger.Zero)));
            parts.Add(new SplitPart(
                isNegative ? -part : part,
                (decimal)(remainders[line] * RemainderUnits / sum) / RemainderUnits,
                ranks[line],
                hasExtraFen));
        }
        return parts.MoveToImmutable();
    }

    /// <summary>Rank of each remainder, 1 for the largest; equal ones rank by line number.</summary>
    private static int[] RanksOf(BigInteger[] remainders)
    {
        int[] order = [.. Enumerable.Range(0, remainders.Length).OrderByDescending(line => remainders[line])];
        int[] ranks = new int[remainders.Length];
        for (int rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank + 1;
        return ranks;
    }

    private static BigInteger AtScale(decimal weight, byte scale)
    {
        const int DecimalBase = 10;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(weight, bits);
        var mantissa =
            WordOf(bits[2]) << 64 | WordOf(bits[1]) << 32 | WordOf(bits[0]);
        return mantissa * BigInteger.Pow(DecimalBase, scale - weight.Scale);
    }

    /// <summary>A word of 32 bits without sign, whatever the sign of its integer.</summary>
    private static BigInteger WordOf(int word) => new(unchecked((uint)word));
}

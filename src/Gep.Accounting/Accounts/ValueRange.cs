using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Traces;

namespace Gep.Accounting.Accounts;

/// <summary>Low, central and high value of a line.</summary>
/// <param name="Grade">The worst grade of its inputs.</param>
/// <param name="Low">Low value, never negative for a booked line.</param>
/// <param name="Central">The value itself.</param>
/// <param name="High">High value.</param>
public sealed record ValueRange(QualityGrade Grade, Money Low, Money Central, Money High)
{
    /// <summary>The key of numbers that nobody wrote down before.</summary>
    private const string Assumption = "ASSUMPTION";

    /// <summary>The range of a line.</summary>
    /// <remarks>
    /// <c>u = √(g² + Σ rᵢ²)</c>, <c>V·max(0, 1 − u₋) … V·(1 + u₊)</c>. g half-width of the worst grade of the
    /// inputs without a range of their own; rᵢ relative distance of an input to the end of its range. Areas
    /// are exact. Source: [METHODS] §8.
    /// </remarks>
    public static ValueRange Of(AccountLine line)
    {
        var grade = QualityGrade.A;
        double without = 0.0, below = 0.0, above = 0.0;
        foreach (var input in LineInputs.Of(line).Where(input => input.Source is not null))
        {
            var one = GradeOf(input.Source!);
            if (one > grade) grade = one;
            if (RangeOf(input) is { } range)
            {
                below += range.Below * range.Below;
                above += range.Above * range.Above;
            }
            else
            {
                without = Math.Max(without, HalfWidthOf(one));
            }
        }
        if (line.Price.IsEmpty) AddPrice(line.UnitValue, ref grade, ref without, ref below, ref above);
        decimal low = (decimal)Math.Max(0.0, 1.0 - Math.Sqrt((without * without) + below));
        decimal high = (decimal)(1.0 + Math.Sqrt((without * without) + above));
        return new ValueRange(
            grade, Money.FromExactYuan(line.Value.Yuan * low), line.Value,
            Money.FromExactYuan(line.Value.Yuan * high));
    }

    /// <summary>Grade of an input by where it is written.</summary>
    public static QualityGrade GradeOf(SourceRef source) => source.Confidence switch
    {
        Confidence.High => QualityGrade.A,
        Confidence.Medium => QualityGrade.B,
        Confidence.Low => string.Equals(source.Key, Assumption, StringComparison.Ordinal)
            ? QualityGrade.D : QualityGrade.C,
    };

    private static void AddPrice(
        UnitValue price, ref QualityGrade grade, ref double without, ref double below, ref double above)
    {
        var one = GradeOf(price.Source);
        if (one > grade) grade = one;
        if (price.WrittenLow is { } low && price.WrittenHigh is { } high && price.WrittenYuan > 0)
        {
            double down = (double)((price.WrittenYuan - low) / price.WrittenYuan);
            double up = (double)((high - price.WrittenYuan) / price.WrittenYuan);
            below += down * down;
            above += up * up;
            return;
        }
        without = Math.Max(without, HalfWidthOf(one));
    }

    private static (double Below, double Above)? RangeOf(TracedNumber input)
    {
        if (input.Low is null && input.High is null) return null;
        double value = Math.Abs(input.Amount);
        if (value <= 0) return null;
        double low = input.Low is { } least ? Math.Abs(input.Amount - (double)least) / value : 0.0;
        double high = input.High is { } most ? Math.Abs((double)most - input.Amount) / value : 0.0;
        return (low, high);
    }

    private static double HalfWidthOf(QualityGrade grade) => grade switch
    {
        QualityGrade.A => 0.10,
        QualityGrade.B => 0.25,
        QualityGrade.C => 0.50,
        QualityGrade.D => 1.00,
    };
}

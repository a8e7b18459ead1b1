using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>A scale of steps, left-closed: a step begins at its threshold.</summary>
/// <remarks>Types as in the tax scales of OpenFisca; below the first threshold everything is 0.</remarks>
public sealed class BracketScale
{
    private readonly BracketScaleType type;
    private readonly ImmutableArray<Bracket> brackets;

    private BracketScale(BracketScaleType type, ImmutableArray<Bracket> brackets) =>
        (this.type, this.brackets) = (type, brackets);

    /// <summary>A scale; throws <see cref="ArgumentException"/> when thresholds do not rise or none is
    /// given.</summary>
    public static BracketScale Of(BracketScaleType type, ImmutableArray<Bracket> brackets)
    {
        bool isRising = brackets.Zip(brackets.Skip(1)).All(pair => pair.First.From < pair.Second.From);
        if (brackets.IsEmpty
            || !isRising) throw new ArgumentException("Thresholds must rise.", nameof(brackets));
        return new BracketScale(type, brackets);
    }

    /// <summary>What the scale gives for a number.</summary>
    public decimal For(decimal number) => type switch
    {
        BracketScaleType.MarginalRate => Marginal(number),
        BracketScaleType.MarginalAmount =>
            brackets.Where(bracket => number > bracket.From).Sum(bracket => bracket.Value),
        BracketScaleType.SingleAmount => StepOf(number)?.Value ?? 0,
        BracketScaleType.WholeAmount => number * (StepOf(number)?.Value ?? 0),
        BracketScaleType.LinearAverageRate => number * MeanRate(number),
    };

    /// <summary>The threshold of the step in which a number lies; null below the first.</summary>
    public decimal? ThresholdOf(decimal number) => StepOf(number)?.From;

    /// <summary>The marginal scale that gives what a scale of mean rates gives at its thresholds.</summary>
    public BracketScale ToMarginal()
    {
        if (type != BracketScaleType.LinearAverageRate)
            throw new InvalidOperationException("Only a scale of mean rates has a marginal one.");
        var steps = ImmutableArray.CreateBuilder<Bracket>(brackets.Length);
        for (int step = 0; step + 1 < brackets.Length; step++)
        {
            var (low, high) = (brackets[step], brackets[step + 1]);
            steps.Add(new Bracket(
                low.From, (high.From * high.Value - low.From * low.Value) / (high.From - low.From)));
        }
        steps.Add(brackets[^1]);
        return new BracketScale(BracketScaleType.MarginalRate, steps.ToImmutable());
    }

    private decimal Marginal(decimal number)
    {
        decimal sum = 0;
        for (int step = 0; step < brackets.Length && number > brackets[step].From; step++)
        {
            decimal end = step + 1 < brackets.Length ? Math.Min(number, brackets[step + 1].From) : number;
            sum += (end - brackets[step].From) * brackets[step].Value;
        }
        return sum;
    }

    private decimal MeanRate(decimal number)
    {
        if (StepOf(number) is not { } low) return 0;
        int next = brackets.IndexOf(low) + 1;
        if (next == brackets.Length) return low.Value;
        var high = brackets[next];
        return low.Value + (number - low.From) / (high.From - low.From) * (high.Value - low.Value);
    }

    private Bracket? StepOf(decimal number)
    {
        Bracket? found = null;
        foreach (var bracket in brackets)
        {
            if (bracket.From <= number) found = bracket;
        }
        return found;
    }
}

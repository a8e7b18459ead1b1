using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Reforms;

/// <summary>What a change makes in one district.</summary>
/// <param name="District">District.</param>
/// <param name="Now">Amount as it stands.</param>
/// <param name="Then">Amount with the change.</param>
/// <param name="Payers">The difference of each payer.</param>
public sealed record ReformEffect(
    DistrictCode District, Money Now, Money Then, ImmutableArray<PayerShare> Payers)
{
    /// <summary>Then less now.</summary>
    public Money Difference => Then - Now;

    /// <summary>The effects in each district of either schedule, in code order.</summary>
    public static ImmutableArray<ReformEffect> Between(Schedule now, Schedule then)
    {
        var first = now.Lines.ToLookup(line => line.District);
        var second = then.Lines.ToLookup(line => line.District);
        return [.. first.Select(group => group.Key).Union(second.Select(group => group.Key)).Order()
            .Select(district => new ReformEffect(
                district, Sum(first[district]), Sum(second[district]),
                PayersOf(first[district], second[district])))];
    }

    private static ImmutableArray<PayerShare> PayersOf(
        IEnumerable<PaymentLine> now, IEnumerable<PaymentLine> then)
    {
        var sums = new SortedDictionary<PayerLayer, Money>();
        foreach (var share in then.SelectMany(line => line.Payers))
            sums[share.Payer] = sums.GetValueOrDefault(share.Payer) + share.Amount;
        foreach (var share in now.SelectMany(line => line.Payers))
            sums[share.Payer] = sums.GetValueOrDefault(share.Payer) - share.Amount;
        return [.. sums.Select(pair => new PayerShare(pair.Key, pair.Value))];
    }

    private static Money Sum(IEnumerable<PaymentLine> lines) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}

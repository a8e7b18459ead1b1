using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Reforms;

/// <summary>A change of one number of a scheme to see what it would cost; the pack itself stays as it
/// is.</summary>
/// <param name="From">The rate or term as it stands.</param>
/// <param name="To">What it would be.</param>
public sealed record RateReform(decimal From, decimal To)
{
    /// <summary>The scheme with the change, marked unverified; null when no number of it stands so.</summary>
    public Scheme? Apply(Scheme scheme)
    {
        var rates = scheme.Rule.Rates;
        var terms = scheme.Rule.Terms;
        bool isKnown = rates?.Entries.Any(entry => entry.Value == From) == true
            || terms?.Periods.Any(period => period.Values.ContainsValue(From)) == true;
        if (!isKnown) return null;
        return scheme with
        {
            Status = SchemeStatus.Unverified,
            StatusReason = new($"试算：{From} 改为 {To}。", $"What if {From} were {To}."),
            DeclaredTotals = [],
            Rule = scheme.Rule with
            {
                Rates = rates is null ? null : rates with { Entries = [.. rates.Entries.Select(Changed)] },
                Terms = terms is null
                    ? null
                    : terms with
                    {
                        Periods = [.. terms.Periods.Select(period => period with
                        {
                            Values = period.Values.ToImmutableSortedDictionary(
                                pair => pair.Key, pair => pair.Value == From ? To : pair.Value,
                                StringComparer.Ordinal),
                        })],
                    },
            },
        };
    }

    private RateEntry Changed(RateEntry entry) =>
        entry.Value == From ? entry with { Value = To, Status = SchemeStatus.Unverified } : entry;
}

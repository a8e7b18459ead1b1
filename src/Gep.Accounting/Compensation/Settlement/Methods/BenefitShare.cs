using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>One receipt split between parties by fixed shares, then within a party by area or
/// heads.</summary>
/// <remarks>
/// Largest remainder twice: receipt by <c>share_party</c>, the party's part by the members' weights.<br/>
/// Source: [COMPENSATION] §1.2 benefit sharing; art. 23 of [ECOCOMP2024].
/// </remarks>
internal static class BenefitShare
{
    private const string Prefix = "share_";

    public static SettlementFormula Formula { get; } = new(
        RuleKind.BenefitSharing, ["receipt"], ["weight"], Settle)
    {
        Words = ["party"],
        IsJoint = true,
    };

    private static ImmutableArray<SettledAmount?> Settle(
        ImmutableArray<SettlementCase> cases, List<AccountingProblem> problems)
    {
        var terms = cases[0].Terms;
        string[] parties =
            [.. terms.Values.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];
        decimal[] shares = [.. parties.Select(name => terms.Values[name])];
        var settled = new SettledAmount?[cases.Length];
        var receipt = Money.FromExactYuan(terms.Values["receipt"]);
        if (!PaymentSplit.TrySplit(receipt, shares, out var parts)) return [.. settled];
        for (int party = 0; party < parties.Length; party++)
        {
            int[] members = [.. Enumerable.Range(0, cases.Length)
                .Where(line => Prefix + cases[line].Word("party") == parties[party])];
            decimal[] weights = [.. members.Select(line => cases[line].Measure("weight"))];
            if (!PaymentSplit.TrySplit(parts[party].Amount, weights,
                out var each)) return [.. new SettledAmount?[cases.Length]];
            for (int member = 0; member < members.Length; member++)
            {
                settled[members[member]] =
                    new SettledAmount(each[member].Amount.Yuan, "receipt · share_party / Σ share · w / Σ w");
            }
        }
        return [.. settled];
    }
}

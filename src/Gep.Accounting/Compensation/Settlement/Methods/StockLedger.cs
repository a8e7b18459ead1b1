using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A stock of emission rights or of money, by its entries in order of day and number.</summary>
/// <remarks>
/// <c>stock_n = stock_(n−1) + in_n − out_n ≥ 0</c> after each entry, from the opening stock of the
/// terms.<br/>
/// Stock and entries in the unit of the scheme. No payment line moves money here.<br/>
/// Source: [COMPENSATION] §1.2 (reserve, fund); [WHGO2024-56].
/// </remarks>
internal static class StockLedger
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.FundLedger, ["opening"], ["quantity"], Settle)
    {
        Words = ["entry"],
        IsJoint = true,
    };

    private static ImmutableArray<SettledAmount?> Settle(
        ImmutableArray<SettlementCase> cases, List<AccountingProblem> problems)
    {
        var settled = new SettledAmount?[cases.Length];
        decimal stock = cases[0].Value("opening");
        foreach (int line in Enumerable.Range(0, cases.Length)
            .OrderBy(line => cases[line].Item.Day)
            .ThenBy(line => cases[line].Item.Id, StringComparer.Ordinal))
        {
            var one = cases[line];
            decimal quantity = one.Measure("quantity");
            if (quantity < 0 || one.Word("entry") is not ("in" or "out")) continue;
            decimal signed = one.Word("entry") == "in" ? quantity : -quantity;
            stock += signed;
            if (stock < 0) problems.Add(SettlementProblems.StockNegative(one.Item, stock));
            settled[line] = new SettledAmount(0, "stock = stock₋₁ + in − out ≥ 0")
            {
                Facts =
                [
                    new LineFact("change", new("增减", "change"), signed, Unit.One, true),
                    new LineFact("stock", new("结存", "stock"), stock, Unit.One, false),
                ],
            };
        }
        return [.. settled];
    }
}

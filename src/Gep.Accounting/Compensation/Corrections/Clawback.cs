using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Corrections;

/// <summary>What is to be recovered, and between which amounts the law lets a fine lie.</summary>
/// <remarks>
/// <c>base = Σ amounts received for the lost parcel</c>; range <c>= [low, high] · base</c>. The fine itself
/// is
/// never computed.<br/>Source: [COMPENSATION] §4.10.
/// </remarks>
/// <param name="Recoverable">Amount to return.</param>
/// <param name="FineLow">Lowest lawful fine.</param>
/// <param name="FineHigh">Highest lawful fine.</param>
/// <param name="Law">Law and article.</param>
public sealed record Clawback(Money Recoverable, Money FineLow, Money FineHigh, LegalReference Law)
{
    /// <summary>The recovery of amounts received over the affected years.</summary>
    public static Clawback Of(ClawbackBasis basis, ImmutableArray<Money> received)
    {
        var sum = received.Aggregate(Money.Zero, (total, amount) => total + amount);
        var (low, high, law) = RangeOf(basis);
        return new Clawback(
            sum, Money.FromExactYuan(low * sum.Yuan), Money.FromExactYuan(high * sum.Yuan), law);
    }

    /// <summary>A deduction of a share of management money after an assessment: a negative line.</summary>
    public static Money Deduction(Money managementMoney, decimal share) =>
        -Money.FromExactYuan(share * managementMoney.Yuan);

    private static (decimal Low, decimal High, LegalReference Law) RangeOf(ClawbackBasis basis) =>
        basis switch
        {
            ClawbackBasis.UnapprovedChange => (0m, 3m, Text("森林法实施条例", "46")),
            ClawbackBasis.ConversionFraud => (2m, 5m, Text("退耕还林条例", "57")),
            ClawbackBasis.FiscalFraud => (0.10m, 0.50m, Text("财政违法行为处罚处分条例", "14")),
        };

    private static LegalReference Text(string name, string article) => new(name, null, article, null, null);
}

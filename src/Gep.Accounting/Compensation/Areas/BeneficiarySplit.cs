using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Areas;

/// <summary>Splits a line between owner, ranger and management by their parts of the rate.</summary>
/// <remarks>Largest remainder; the part without a rate has what is left. Source: [COMPENSATION]
/// §4.5.</remarks>
internal static class BeneficiarySplit
{
    public static IEnumerable<LineFact> Of(ImmutableArray<BeneficiaryPart> parts, decimal rate, Money amount)
    {
        if (parts.IsEmpty) return [];
        decimal rest = Math.Max(0, rate - parts.Sum(part => part.YuanPerMu ?? 0));
        decimal[] weights = [.. parts.Select(part => part.YuanPerMu ?? rest)];
        if (!PaymentSplit.TrySplit(amount, weights, out var shares)) return [];
        return parts.Zip(shares, (part, share) =>
            new LineFact($"to_{part.Code}", part.Name, share.Amount.Yuan, Unit.Of("yuan"), true));
    }
}

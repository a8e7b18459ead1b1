using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Households;

/// <summary>What of a household's amount is paid now, and what is carried to the next year.</summary>
/// <remarks>
/// <c>s = carried in + due</c>; <c>paid = s</c> where <c>s ≥ m</c> or s is negative, otherwise nothing and s
/// is
/// carried out; m the least amount that is paid. Nothing is lost: carried in + due = paid + carried out.<br/>
/// Source: [COMPENSATION] §4.2 step 12, §7 V48.
/// </remarks>
/// <param name="Line">The household's line.</param>
/// <param name="CarriedIn">What the year before carried over.</param>
/// <param name="Paid">What is paid now.</param>
/// <param name="CarriedOut">What is carried to the next year.</param>
public sealed record HouseholdPayment(HouseholdLine Line, Money CarriedIn, Money Paid, Money CarriedOut)
{
    /// <summary>The payments of a list, in its order.</summary>
    /// <param name="list">The list.</param>
    /// <param name="minimum">The least amount that is paid; zero pays everything.</param>
    /// <param name="carriedIn">What each household has from the year before, by its id.</param>
    public static ImmutableArray<HouseholdPayment> Of(
        ImmutableArray<HouseholdLine> list, Money minimum, IReadOnlyDictionary<string, Money> carriedIn)
    {
        var left = carriedIn.ToDictionary(StringComparer.Ordinal);
        var payments = ImmutableArray.CreateBuilder<HouseholdPayment>(list.Length);
        foreach (var line in list)
        {
            var before = line.Household is { } household && left.Remove(household.Id, out var kept)
                ? kept : Money.Zero;
            var sum = before + line.Amount;
            bool isPaid = sum >= minimum || sum < Money.Zero;
            payments.Add(new HouseholdPayment(
                line, before, isPaid ? sum : Money.Zero, isPaid ? Money.Zero : sum));
        }
        return payments.ToImmutable();
    }
}

using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>The instalment of a year after a conversion of land use.</summary>
/// <remarks>
/// <c>n = year − year of planting + 1</c>; <c>line = A · Σ v</c> over the steps of its kind that include
/// n.<br/>
/// A accepted area [mu]; v instalment [yuan/mu].<br/>
/// Source: [GFG2020].
/// </remarks>
internal static class Instalments
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.InstalmentEntitlement, [], ["mu", "planted_year"], SettlementFormula.Each(Settle))
    {
        Words = ["kind"],
        NeedsCertificate = true,
    };

    private static SettledAmount? Settle(SettlementCase one)
    {
        decimal area = one.Measure("mu"), number = one.Item.Year.Number - one.Measure("planted_year") + 1;
        var plan = one.Terms.Steps.Where(step => step.Kind == one.Word("kind")).ToList();
        if (plan.Count == 0 || area < 0) return null;
        decimal rate = plan.Where(step => step.From <= number && number <= (step.To ?? step.From)).Sum(step =>
            step.Value);
        decimal whole = plan.Sum(step => step.Value * ((step.To ?? step.From) - step.From + 1));
        return new SettledAmount(area * rate, "A · v(n)")
        {
            AreaMu = area,
            Rate = rate,
            Facts =
            [
                new LineFact("instalment", new("第几年", "year of the plan"), number, Unit.One, false),
                new LineFact("whole_plan", new("各期合计", "all instalments"), area * whole, Unit.Of("yuan"),
                    true),
            ],
        };
    }
}

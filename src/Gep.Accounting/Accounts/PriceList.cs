using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;

namespace Gep.Accounting.Accounts;

/// <summary>The unit values of one profile and year, looked up once each.</summary>
internal sealed class PriceList(Profile profile, UnitValueTable unitValues, AccountingYear year)
{
    /// <summary>
    /// A derived unit value keeps this many decimals of a yuan, rounded half away from zero.
    /// </summary>
    private const int DerivedDecimals = 10;

    private readonly Dictionary<string, UnitValue?> found = new(StringComparer.Ordinal);
    private readonly List<AccountingProblem> problems = [];

    /// <summary>
    /// One problem for each price that was asked for and is not there, in the order of asking.
    /// </summary>
    public IReadOnlyList<AccountingProblem> Problems => problems;

    /// <summary>The unit value of a quantity; null after the problem was kept.</summary>
    public UnitValue? Find(ServiceQuantity quantity)
    {
        if (quantity.DerivedPrice is { } derived)
        {
            decimal yuan = Math.Round(derived.Yuan, DerivedDecimals, MidpointRounding.AwayFromZero);
            var first = derived.From[0];
            return new UnitValue(derived.Id, yuan, derived.Unit, year.Number, PriceMode.Annual,
                first.Source ?? throw new ArgumentException($"{derived.Id} has no source."),
                first.Place ?? "");
        }
        string price = quantity.Price ?? throw new ArgumentException($"{quantity.Item} has no price.");
        if (found.TryGetValue(price, out var known)) return known;
        var unitValue = unitValues.Find(profile.UnitValueIdOf(price), year, out var problem);
        if (problem is not null) problems.Add(problem);
        if (unitValue is not null && !IsPer(unitValue, quantity)) unitValue = null;
        found[price] = unitValue;
        return unitValue;
    }

    /// <summary>Rule G4: a quantity in m³/a needs a price in yuan/m³.</summary>
    private bool IsPer(UnitValue unitValue, ServiceQuantity quantity)
    {
        string expected =
            $"yuan/{quantity.Amount.Unit.ToString().Replace("/a", "", StringComparison.Ordinal)}";
        if (string.Equals(unitValue.Unit.ToString(), expected, StringComparison.Ordinal)) return true;
        problems.Add(new AccountingProblem(
            AccountingProblemCode.UnitValueUnitMismatch, ProblemSeverity.Refusal, unitValue.Place,
            new($"单价 {unitValue.Id} 的单位是 {unitValue.Unit}，应为 {expected}。",
                $"The unit value {unitValue.Id} is in {unitValue.Unit}, not in {expected}."),
            new("请换算单价并注明来源，或在方案中选用另一单价。", "Convert it, or choose another one in the profile.")));
        return false;
    }
}

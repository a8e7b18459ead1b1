using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Profiles;
using Gep.Accounting.Valuation;

namespace Gep.Accounting.Tests.Accounts;

public sealed class CompareAccountsTests
{
    [Fact]
    public void Effects_OfThreeFactors_AreThoseOfTheWorkbookFormula()
    {
        var effects = ShapleyEffects.Of([40, 4, 25], [38, 3.3, 26]);
        double expected = -2 * ((((25 * 4) + (26 * 3.3)) / 3) + (((25 * 3.3) + (26 * 4)) / 6));
        Assert.Equal(expected, effects[0], 9);
        Assert.Equal((38 * 3.3 * 26) - (40 * 4 * 25), effects.Sum(), 9);
    }

    [Fact]
    public void Comparison_OfTwoAccounts_SplitsEveryFen()
    {
        var opening = Carbon(area: 10.123, rate: 0.537m, price: 40.67m);
        var closing = Carbon(area: 12.789, rate: 0.537m, price: 52.78m);
        var comparison = CompareAccounts.Of(opening, closing, closing, null);
        Assert.All(comparison.Checks, check => Assert.True(check.Passed, check.Code));
        Assert.Equal(
            closing.Totals.Gep - opening.Totals.Gep, comparison.Total.Effects.Total);
        Assert.Equal(0m, comparison.Total.Effects.Intensity.Yuan, 1);
        Assert.True(comparison.Total.Effects.Area.Yuan > 0 && comparison.Total.Effects.Price.Yuan > 0);
    }

    [Fact]
    public void Comparison_WithAnotherParameter_IsAMethodEffectOnly()
    {
        var opening = Carbon(area: 10, rate: 0.5m, price: 40m);
        var closing = Carbon(area: 10, rate: 0.6m, price: 40m);
        var effects = CompareAccounts.Of(opening, closing, opening, null).Total.Effects;
        Assert.Equal(closing.Totals.Gep - opening.Totals.Gep, effects.Method);
        Assert.Equal(0m, (effects.Area + effects.Intensity + effects.Price).Yuan);
    }

    [Fact]
    public void Comparison_OfATypeThatIsGone_IsAnAreaEffect()
    {
        var opening = Carbon(area: 10, rate: 0.5m, price: 40m);
        var closing = Carbon(area: 0, rate: 0.5m, price: 50m);
        var effects = CompareAccounts.Of(opening, closing, closing, null).Total.Effects;
        Assert.Equal(-opening.Totals.Gep, effects.Area);
        Assert.Equal(0m, (effects.Intensity + effects.Price).Yuan);
    }

    private static GepAccount Carbon(double area, decimal rate, decimal price) => Some.Compile(
        Some.Profile((ServiceCode.CarbonSequestration, ServiceRole.Booked, "sequestration-rate")),
        Some.Extents((1, "FOR", area), (1, "BUI", 1)),
        [
            Some.Parameter(ServiceCode.CarbonSequestration, "vegetation-carbon-rate", null, rate),
            Some.Parameter(ServiceCode.CarbonSequestration, "soil-carbon-ratio", null, 0m),
        ],
        [], Some.UnitValues(("carbon-dioxide", price, "yuan/t")));
}

using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Benchmarks;

namespace Gep.Accounting.Tests.EcosystemServices;

/// <summary>A region in which every method finds all it asks for.</summary>
public sealed class EveryMethodTests
{
    /// <summary>Large enough for the named lakes of a district.</summary>
    private const double ParcelSquareMetres = 1e8;

    private static readonly EveryMethod Every = new();

    private static readonly ExtentTable Extents = Every.Extents(
    [
        .. from district in Enumerable.Range(0, Every.Codes.Length)
           from type in Enumerable.Range(0, Every.Types.Length)
           select new EveryMethod.Piece(district, type, ParcelSquareMetres),
    ]);

    public static TheoryData<string, string> Methods()
    {
        var methods = new TheoryData<string, string>();
        foreach (var method in ServiceMethods.All) methods.Add(method.Service.ToString(), method.Name);
        return methods;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_WithAllItsInputs_GivesFiniteQuantitiesAndMissesNothing(string service, string name)
    {
        var method = ServiceMethods.All.Single(one => one.Service.ToString() == service && one.Name == name);
        var missing = new MissingInputs();
        var quantities = method.Quantities(new ServiceInputs(
            EveryMethod.Year, method.Service, Extents, Every.Parameters, Every.Statistics, missing)).ToList();
        Assert.NotEmpty(quantities);
        Assert.All(quantities, quantity =>
        {
            Assert.True(double.IsFinite(quantity.Amount.Amount), quantity.Item);
            Assert.NotNull(quantity.Amount.Formula ?? quantity.Amount.Place);
        });
        Assert.DoesNotContain(missing.ToNotAccounted(), one => one.Reason == NotAccountedReason.InputMissing);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Account_OfEveryService_HoldsEachAndPassesItsChecks(int profile)
    {
        var account = Every.Compile(profile, Extents, Every.UnitValues(Extents));
        Assert.True(account.IsCompiled);
        Assert.All(
            EveryMethod.Profile(profile).Services,
            entry => Assert.Contains(account.Lines, line => line.Service == entry.Service));
        Assert.All(account.Checks, check => Assert.True(check.Passed, check.Code));
    }
}

using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;

namespace Gep.Accounting.Tests.Profiles;

public sealed class ProfileCheckTests
{
    [Fact]
    public void Profile_BookingAPublishedTotalAndAService_CountsTwice()
    {
        var profile = Some.Profile(
            (ServiceCode.PublishedForestServices, ServiceRole.Booked, "published-value"),
            (ServiceCode.WaterConservation, ServiceRole.Booked, "water-balance"));
        var problem = Assert.Single(ProfileCheck.Of(profile));
        Assert.Equal(AccountingProblemCode.ServicesDoubleCounted, problem.Code);
    }

    [Fact]
    public void Profile_WithBothPublishedTotals_IsFine() => Assert.Empty(ProfileCheck.Of(Some.Profile(
        (ServiceCode.PublishedForestServices, ServiceRole.Booked, "published-value"),
        (ServiceCode.PublishedWetlandServices, ServiceRole.Booked, "published-value"))));

    [Fact]
    public void Profile_WithOxygenAsMemorandum_IsFine() => Assert.Empty(ProfileCheck.Of(Some.Profile(
        (ServiceCode.CarbonSequestration, ServiceRole.Booked, "sequestration-rate"),
        (ServiceCode.OxygenRelease, ServiceRole.Memorandum, "from-carbon"))));

    [Fact]
    public void Profile_WithAnUnknownMethod_NamesTheKnownOnes()
    {
        var profile = Some.Profile((ServiceCode.WaterConservation, ServiceRole.Booked, "water-guess"));
        var problem = Assert.Single(ProfileCheck.Of(profile));
        Assert.Equal(AccountingProblemCode.ServiceMethodUnknown, problem.Code);
        Assert.Contains("water-balance", problem.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_WithAnAcceptedPair_IsWarnedOfAndNotRefused()
    {
        var profile = Some.Profile(
            (ServiceCode.CarbonSequestration, ServiceRole.Booked, "sequestration-rate"),
            (ServiceCode.OxygenRelease, ServiceRole.Booked, "from-carbon")) with
        {
            Accepted =
            [
                new AcceptedPair(
                    "carbon-sequestration", "oxygen-release", new("按指南", "as the guide does"), "test.yaml:2"),
            ],
        };
        var problem = Assert.Single(ProfileCheck.Of(profile));
        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Equal(AccountingProblemCode.ServicesDoubleCountedByDesign, problem.Code);
    }

    [Fact]
    public void Profile_WithAnEsvBooked_IsRefused()
    {
        var profile = Some.Profile((ServiceCode.EquivalentValue, ServiceRole.Booked, "equivalent-factors"));
        Assert.Equal(
            AccountingProblemCode.EquivalentValueBooked, Assert.Single(ProfileCheck.Of(profile)).Code);
    }

    [Theory]
    [InlineData("storage", false)]
    [InlineData("storage-with-vegetation", true)]
    public void Profile_WithVegetationStorage_CountsConservedWaterTwice(string method, bool isRefused)
    {
        var profile = Some.Profile(
            (ServiceCode.WaterConservation, ServiceRole.Booked, "water-balance"),
            (ServiceCode.FloodMitigation, ServiceRole.Booked, method));
        Assert.Equal(isRefused, ProfileCheck.Of(profile).Any());
    }
}

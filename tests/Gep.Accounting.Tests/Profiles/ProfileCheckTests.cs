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
        var profile = Some.Profile((ServiceCode.WaterConservation, ServiceRole.Booked, "water-supply"));
        var problem = Assert.Single(ProfileCheck.Of(profile));
        Assert.Equal(AccountingProblemCode.ServiceMethodUnknown, problem.Code);
        Assert.Contains("water-balance", problem.Remedy.English, StringComparison.Ordinal);
    }
}

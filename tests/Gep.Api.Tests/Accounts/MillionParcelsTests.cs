using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;

namespace Gep.Api.Tests.Accounts;

/// <summary>The extents of a million parcels become an account in bounded memory; <c>./dev bench account</c>
/// measures the time.</summary>
public sealed class MillionParcelsTests
{
    private const int Parcels = 1_000_000;
    private const double SquareMetresOfParcel = 8000.0;

    /// <summary>Lines and traces take it, never parcels: of these there are two hundred kinds.</summary>
    private const long BytesMost = 64_000_000;

    private static readonly string[] Types =
    [
        "FOR/EBF", "FOR/DBF", "FOR/ENF", "FOR/MF", "FOR/bamboo", "SHR/deciduous", "GRA/tussock",
            "WET/marsh", "WET/pond",
        "WET/river", "CRO/paddy", "CRO/dry", "CRO/orchard", "URB/park",
    ];

    [Theory]
    [InlineData("NDRC2022")]
    [InlineData("MEE2020")]
    [InlineData("ESV-XIE2015")]
    public void Account_OfAMillionParcels_NeedsLittleMemory(string profile)
    {
        var wuhan = new WuhanAccount();
        var districts = wuhan.Classification.Districts.Select(district => district.Code).ToArray();
        var types = Types.Select(WuhanExtents.Type).ToArray();
        wuhan.Compile(2019, profile);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var account = wuhan.Compile(2019, profile, Extents(districts, types));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(account.Lines.Length > 0);
        Assert.Equal(Parcels, account.Extents.Extents.Sum(extent => extent.Parcels));
        Assert.True(allocated < BytesMost, $"{allocated} bytes");
    }

    private static ExtentTable Extents(DistrictCode[] districts, EcosystemTypeCode[] types)
    {
        var sums = new Dictionary<(DistrictCode, EcosystemTypeCode), int>();
        for (int parcel = 0; parcel < Parcels; parcel++)
        {
            var key = (districts[parcel % districts.Length], types[parcel / districts.Length % types.Length]);
            sums[key] = sums.GetValueOrDefault(key) + 1;
        }
        var extents = sums.Select(sum => new EcosystemExtent(
            sum.Key.Item1, sum.Key.Item2, Area.FromSquareMetres(sum.Value * SquareMetresOfParcel), sum.Value))
            .ToArray();
        return new ExtentTable(
            districts.Select(code =>
            {
                var area = Area.FromSquareMetres(
                    extents.Where(extent => extent.District == code).Sum(extent => extent.Area.SquareMetres));
                return new DistrictExtent(code, area, area, Area.Zero);
            }),
            extents, []);
    }
}

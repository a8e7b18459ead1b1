using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

/// <summary>The schemes and claims of data/, as they are.</summary>
public class WuhanPackTests
{
    private const int LastCoveredYear = 2030;

    private static readonly string Data = Repository.PathOf("data");

    [Fact]
    public void ReadAll_WuhanPack_HasNoProblemAndEveryScheme()
    {
        var problems = new ProblemList();
        var schemes = SchemeReader.ReadAll(Data, problems);
        Assert.Empty(problems.All);
        Assert.Equal(
            "CN-GFG1 CN-GFG2 CN-PBF CN-STOP CN-WETBIRD CN-YZMAIN HB-AIR HB-KEF HB-WILD WH-AIR16 WH-CARBON "
            + "WH-CHENHU WH-ECL WH-ERR WH-FUHUAN WH-FUND WH-GEPLINK WH-HANSEC WH-LZH-APPL "
            + "WH-LZH-ENERGY WH-LZH-HOUSE "
            + "WH-LZH-INFRA WH-PBF WH-PVFLOOR WH-SHARE WH-SPILL WH-TONGSHUN WH-WET WH-YZSEC",
            string.Join(' ', schemes.Select(scheme => scheme.Code)));
    }

    [Fact]
    public void For_EverySchemeWithoutInputs_IsRefusedInBothLanguages()
    {
        foreach (var scheme in Schemes())
        {
            var draft =
                DrawSchedule.For(scheme, AccountingYear.Of(2019), new ScheduleInputs { Schemes = Schemes() });
            Assert.False(draft.IsDrawn);
            var reason = draft.Problems.First(problem => problem.Severity == ProblemSeverity.Refusal);
            Assert.Contains(scheme.Code.ToString(), reason.Text.Chinese, StringComparison.Ordinal);
            Assert.Contains(scheme.Code.ToString(), reason.Text.English, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2019, 120)]
    [InlineData(2024, 96)]
    public void For_ChenhuClaims_ShareThePotOutToTheFen(int year, int lines)
    {
        var problems = new ProblemList();
        var claims = ClaimReader.ReadAll(Data, problems);
        Assert.Empty(problems.All);
        var scheme = Schemes().Single(scheme => scheme.Code == SchemeCode.Of("WH-CHENHU"));
        var draft = DrawSchedule.For(scheme, AccountingYear.Of(year), new ScheduleInputs { Claims = claims });
        Assert.Equal("4720000.00", draft.Schedule!.Total.ToString());
        Assert.Equal(lines, draft.Schedule.Lines.Length);
        Assert.Equal(4_720_000m, draft.Schedule.Lines.Sum(line => line.Amount.Yuan));
        Assert.All(draft.Schedule.Checks, check => Assert.True(check.Passed, check.ToString()));
        foreach (var line in draft.Schedule.Lines)
        {
            var claim = claims.Single(claim => claim.Year.Number == year && claim.Parcel == line.Parcel);
            Assert.True(line.Amount.Yuan < claim.VerifiedLossYuan, "no claim is paid above its loss");
        }
    }

    /// <summary>
    /// 1 January of each year and each change with the days around it: one rate a class and layer, no gap.
    /// </summary>
    [Fact]
    public void InForce_EveryDayThatMatters_IsExactlyOneFromTheFirstRateOn()
    {
        int evaluated = 0;
        foreach (var scheme in Schemes())
        {
            if (scheme.Rule.Rates is not { } rates) continue;
            var first = rates.Entries.Min(entry => entry.From);
            foreach (var (day, parcelClass, payer) in Cases(rates, first))
            {
                evaluated++;
                int expected = day < first ? 0 : 1;
                int inForce = rates.InForce(payer, parcelClass, day).Length;
                Assert.True(
                    expected == inForce, $"{scheme.Code} {payer} ({parcelClass}) on {day:O}: {inForce}");
            }
        }
        Assert.True(evaluated > 100);
    }

    private static IEnumerable<(DateOnly Day, ParcelClass Class, PayerLayer Payer)> Cases(
        RateTable rates, DateOnly first)
    {
        var changes = rates.Entries.Select(entry => entry.From)
            .Concat(rates.Entries.Where(entry => entry.To is not null).Select(entry => entry.To!.Value));
        var newYears = Enumerable.Range(first.Year, LastCoveredYear - first.Year + 1)
            .Select(year => new DateOnly(year, 1, 1));
        var days = changes.SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }).Concat(newYears);
        return
            from day in days.Distinct()
            from parcelClass in rates.AllClasses()
            from payer in rates.Payers
            select (day, parcelClass, payer);
    }

    private static ImmutableArray<Scheme> Schemes() => SchemeReader.ReadAll(Data, new ProblemList());
}

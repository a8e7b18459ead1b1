using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Dossiers;
using Gep.Accounting.Measures;
using static Gep.Accounting.Tests.Compensation.SomeScheme;

namespace Gep.Accounting.Tests.Compensation;

public class DossierChecksTests
{
    private static readonly DateOnly Today = new(2020, 6, 1);

    private static readonly ScheduleDossier Clean =
        new() { On = Today, NoticedOn = new DateOnly(2020, 3, 1) };

    private static readonly FundFlow Flow = new(
        "武财〔2020〕1号", Money.FromExactYuan(100m), new DateOnly(2020, 1, 10), Money.FromExactYuan(100m),
        new DateOnly(2020, 2, 1), "2130209", true);

    public static TheoryData<string, ScheduleDossier, int> Cases => new()
    {
        { "C02 Refusal", Clean with { Deductions =
            [new("L1", Money.FromExactYuan(4m), "保险费", false)] }, 1 },
        { "C02 Refusal", Clean with { Deductions =
            [new("L1", Money.FromExactYuan(4m), "保险费", true)] }, 0 },
        { "C03 Refusal", Clean with { Flows = [Flow with { Paid = Money.Zero, PaidOn = null }] }, 1 },
        { "C03 Warning", Clean with { Flows = [Flow with { PaidOn = new DateOnly(2020, 5, 1) }] }, 1 },
        { "C03 Refusal", Clean with { Flows = [Flow] }, 0 },
        { "C04 Refusal", Clean with { NoticedOn = null }, 1 },
        { "C07 Refusal", Clean with { Ineligible =
            [new("A", "建设用地", 0.5m), new("B", "水面", 0.01m)] }, 1 },
        { "C08 Refusal", Clean with { Payees = [new("payee", false, null, null)] }, 2 },
        { "C15 Refusal", Clean with { Flows = [Flow], AllowedUseCodes = ["2130212"] }, 1 },
        { "C16 Refusal", Clean with { Flows = [Flow with { IssuerIsFinance = false }] }, 1 },
        { "C18 Warning", Clean with { Converted = [new("甲县", 79.9m, 100m), new("乙县", 80m, 100m)] }, 1 },
        { "C19 Refusal", Clean with { Rangers = [new("1", "甲", "c", 9m), new("1", "甲", "c", 9m)] }, 1 },
        { "C19 Warning", Clean with { Rangers = [new("1", "甲", null, 9m), new("2", "乙", "c", 9m)] }, 1 },
        { "C19 Warning", Clean with { Rangers = [new("1", "甲", "c", 9m), new("2", "乙", "c", 9m),
            new("3", "丙", "c", 90m)] }, 1 },
        { "C20 Warning", Clean with { YearBefore = Drawn(2m, 3m) }, 1 },
        { "C20 Warning", Clean with { YearBefore = Drawn(2m, 3m),
            ExplainedVillages = ["420116 town village"] }, 0 },
        { "C20 Warning", Clean with { YearBefore = Drawn(1m, 1.8m) }, 0 },
        { "C23 Refusal", Clean with { Payees =
            [new("甲", true, "1", "甲"), new("乙", true, "1", "乙")] }, 1 },
        { "C23 Refusal", Clean with { Payees = [new("甲", true, "1", "乙")] }, 1 },
        { "C24 Refusal", Clean with { BookedPenalties = Money.FromExactYuan(-1m) }, 1 },
        { "C24 Refusal", Clean with { BookedPenalties = Money.Zero }, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void On_Dossier_FindsWithPlaceAndRemedy(string expected, ScheduleDossier dossier, int count)
    {
        var findings = DossierChecks.On(Drawn(1m, 2m), dossier);
        Assert.Equal(count, findings.Length);
        Assert.All(findings, finding =>
        {
            Assert.Equal(expected, $"{finding.Code} {finding.Severity}");
            Assert.NotEmpty(finding.Where);
            Assert.NotEmpty(finding.Text.Chinese);
            Assert.NotEmpty(finding.Remedy.English);
        });
    }

    [Fact]
    public void On_CleanDossier_FindsNothing() => Assert.Empty(DossierChecks.On(Drawn(1m, 2m), Clean));

    [Fact]
    public void Code_EveryNumberTo25_IsACheck()
    {
        ImmutableArray<string> names = [.. Enum.GetNames<ScheduleCheckCode>()];
        Assert.All(Enumerable.Range(1, 25), number => Assert.Contains($"C{number:D2}", names));
    }

    private static Schedule Drawn(params decimal[] areas) => DrawSchedule.For(
        ByArea(Rate(PayerLayer.City, 50m)), Year,
        Inputs([.. areas.Select((mu, index) => Parcel($"P{index}", mu))])).Schedule!;
}

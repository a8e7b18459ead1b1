using System.Text.RegularExpressions;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Accounts;

/// <summary>What every line of every account of Wuhan carries.</summary>
public sealed partial class WuhanLinesTests
{
    private static readonly string[] Profiles =
        ["NDRC2022", "MEE2020", "GBT38582", "ESV-XIE2015", "WUHAN-PUBLISHED"];

    public static TheoryData<int, string> Accounts()
    {
        var accounts = new TheoryData<int, string>();
        foreach (string profile in Profiles)
        {
            accounts.Add(2019, profile);
            accounts.Add(2024, profile);
        }
        return accounts;
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Lines_OfAnAccount_CarryEquationSourceConfidenceAndYear(int year, string profile)
    {
        var account = new WuhanAccount().Compile(year, profile);
        Assert.NotEmpty(account.Lines);
        var register = InputRegister.Of(account);
        Assert.All(account.Lines, line =>
        {
            Assert.NotEqual("", line.Equation);
            Assert.True(register.ByLine[line.Id].Length > 0 || !line.Price.IsEmpty, line.Id);
            Assert.InRange(line.UnitValue.PriceYear, 2000, 2024);
            Assert.NotEqual("", line.UnitValue.Source.Key);
            Assert.NotEqual("", line.UnitValue.Place);
        });
        Assert.All(register.Inputs, input =>
        {
            Assert.NotEqual("", input.Source!.Key);
            Assert.False(string.IsNullOrEmpty(input.Place), input.Label.English);
            Assert.Matches(Year(), input.Label.English);
        });
        Assert.All(
            account.Lines.Where(line => line.UnitValue.Source.Confidence == Confidence.Low
                || line.Amount.IsLowConfidence),
            line => Assert.Contains(AccountFlag.LowConfidence, line.Flags));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2024)]
    public void Account_OfNdrc2022_SaysWhichFigureLeavesItsBandAndWhy(int year)
    {
        var problems = new ProblemList();
        var opened = AccountWorkspace.Open(WuhanAccount.Root, problems, null, CancellationToken.None)!;
        var run = RunAccount.For(
            opened, AccountingYear.Of(year), "NDRC2022", 2, problems, null, CancellationToken.None)!;
        Assert.Equal(4, run.Report.Bands.Length);
        var said = run.Report.Account.Problems
            .Where(problem => problem.Code == AccountingProblemCode.OutsidePlausibilityBand).ToList();
        Assert.Equal(run.Report.Bands.Count(band => !band.IsInside), said.Count);
        Assert.All(said, problem =>
        {
            Assert.Equal(ProblemSeverity.Warning, problem.Severity);
            Assert.Contains("water-conservation", problem.Text.English, StringComparison.Ordinal);
            Assert.Contains("not booked: oxygen-release", problem.Text.English, StringComparison.Ordinal);
        });
        Assert.All(run.Report.Account.Checks, check => Assert.True(check.Passed, check.Code));
        Assert.Contains(run.Report.Account.Checks, check => check.Code == "I10");
    }

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Year();
}

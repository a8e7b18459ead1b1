using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>The published equivalent values of Wuhan, from tests/workspaces/wuhan-esv, and the factors of
/// 2015.</summary>
public sealed class EquivalentAccountTests
{
    private const decimal TenThousand = 10_000m;

    private static readonly string Root = Repository.PathOf("tests", "workspaces", "wuhan-esv");

    [Theory]
    [InlineData(2000)]
    [InlineData(2010)]
    public void Account_OfWuhan_HasThePublishedValues(int year)
    {
        var account = Compile(year);
        Assert.Equal(0m, account.Totals.Gep.Yuan);
        foreach (var row in Read("values").Where(row => Number(row, "year") == year))
        {
            string type = row.Find("type")!.Text!;
            decimal value = account.Lines
                .Where(line => type == "*" || line.EcosystemType.ToString() == type)
                .Sum(line => line.Value.Yuan) / TenThousand;
            decimal published = Number(row, "value");
            Assert.True(Math.Abs(value - published) <= Number(row, "tolerance") * published,
                $"{type}: {value}, not {published}");
        }
        Assert.All(account.Lines, line => Assert.Contains(AccountFlag.NotGep, line.Flags));
        Assert.All(account.Checks, check => Assert.True(check.Passed, check.Code));
    }

    [Fact]
    public void Hectare_OfATypeIn2010_IsWorthWhatThePaperPrints()
    {
        var account = Compile(2010);
        foreach (var row in Read("hectares"))
        {
            var lines = account.Lines
                .Where(line => line.EcosystemType.ToString() == row.Find("type")!.Text).ToList();
            double yuan = (double)lines.Sum(line => line.Value.Yuan) / lines[0].Extent.Hectares;
            Assert.Equal((double)Number(row, "yuan"), yuan, 3.0);
        }
    }

    [Fact]
    public void Factors_Of2015_AddUpToThePublishedSums()
    {
        var wuhan = new WuhanAccount();
        var needs = ServiceMethods.Find(ServiceCode.EquivalentValue, "equivalent-factors")!.Parameters;
        Assert.Equal(11, needs.Length);
        Assert.All(Read("factor-sums-2015"), row => Assert.Equal(
            Number(row, "sum"),
            needs.Sum(need => wuhan.Parameters
                .Find(ServiceCode.EquivalentValue, need.Name, WuhanExtents.Type(row.Find("type")!.Text!))!
                .History.FindInForceOn(AccountingYear.Of(2019).LastDay)!.Value)));
    }

    private static GepAccount Compile(int year)
    {
        var problems = new ProblemList();
        var opened = AccountWorkspace.Open(Root, problems, null, CancellationToken.None)!;
        var run = RunAccount.For(
            opened, AccountingYear.Of(year), null, 1, problems, null, CancellationToken.None);
        Assert.DoesNotContain(problems.All, problem => problem.Severity == ProblemSeverity.Refusal);
        return run!.Report.Account;
    }

    private static IReadOnlyList<YamlEntry> Read(string table)
    {
        var problems = new ProblemList();
        var rows = CsvTable.Read(Root, $"published/{table}.csv", [], problems);
        Assert.Empty(problems.All);
        return rows;
    }

    private static decimal Number(YamlEntry row, string column) =>
        row.RequireDecimal(column, new ProblemList())!.Value;
}

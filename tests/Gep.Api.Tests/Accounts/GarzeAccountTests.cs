using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>The published account of Garze 2010, compiled from tests/workspaces/garze.</summary>
public sealed class GarzeAccountTests
{
    private const decimal HundredMillion = 100_000_000m;
    private const decimal RoundingTolerance = 0.05m;

    private static readonly string Root = Repository.PathOf("tests", "workspaces", "garze");
    private static readonly string[] Types = ["FOR", "SHR", "GRA", "WET", "CRO", "URB", "ICE", "BAR"];
    private static readonly Lazy<GepAccount> Account = new(Compile);

    public static TheoryData<string> Rows() => [.. Read("rows").Select(row => row.Find("id")!.Text!)];

    public static TheoryData<string> Services() =>
        [.. Read("table-by-type").Select(row => row.Find("services")!.Text!)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_OfThePublishedAccount_IsReproduced(string id)
    {
        var row = Read("rows").Single(one => one.Find("id")!.Text == id);
        string service = row.Find("service")!.Text!, item = row.Find("item")!.Text!;
        string type = row.Find("type")?.Text ?? "";
        decimal value = Account.Value.Lines
            .Where(line => line.Service.ToString() == service && line.Item == item)
            .Where(line => type.Length == 0 || line.EcosystemType?.Level1.ToString() == type)
            .Sum(line => line.Value.Yuan) / HundredMillion;
        decimal published = Number(row, "value");
        Assert.True(
            Math.Abs(value - published) <= Number(row, "tolerance") * published,
                $"{id}: {value}, not {published}");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Table_ByType_IsReproduced(string services)
    {
        var row = Read("table-by-type").Single(one => one.Find("services")!.Text == services);
        string[] codes = services.Split(' ');
        var lines = Account.Value.Lines
            .Where(line => services == "*" || codes.Contains(line.Service.ToString()))
            .ToArray();
        decimal tolerance = Number(row, "tolerance");
        foreach (string type in Types)
        {
            decimal value = lines.Where(line => line.EcosystemType?.Level1.ToString() == type)
                .Sum(line => line.Value.Yuan) / HundredMillion;
            Assert.True(
                Math.Abs(value - Number(row, type)) <= tolerance,
                    $"{type}: {value}, not {Number(row, type)}");
        }
        decimal total = lines.Sum(line => line.Value.Yuan) / HundredMillion;
        Assert.InRange(total, Number(row, "total") - tolerance, Number(row, "total") + tolerance);
    }

    [Fact]
    public void Totals_OfTheAccount_AreThePublishedOnes()
    {
        var account = Account.Value;
        var totals = account.Totals.ByGroup.ToDictionary(
            total => WorkspaceProblem.CodeOf(total.Key), total => total.Value.Yuan / HundredMillion);
        totals["gep"] = account.Totals.Gep.Yuan / HundredMillion;
        foreach (var row in Read("totals"))
        {
            decimal published = Number(row, "value"), tolerance = Number(row, "tolerance");
            Assert.InRange(totals[row.Find("group")!.Text!], published - tolerance, published + tolerance);
        }
        Assert.All(account.Checks, check => Assert.True(check.Passed, check.Code));
    }

    [Fact]
    public void PublishedTable_WithItsRoundings_ClosesAtFiveHundredthsOnly()
    {
        var closure = TableClosure.Of([.. Read("table-by-type").Select(row =>
            Types.Append("total").Select(column => Number(row, column)).ToImmutableArray())]);
        Assert.True(closure.ClosesWithin(RoundingTolerance), $"{closure}");
        Assert.False(closure.ClosesWithin(0m));
    }

    [Fact]
    public void Account_OfPairsThatCountTwice_WarnsOfEach() => Assert.Equal(
        3, Account.Value.Problems.Count(problem =>
            problem.Code == AccountingProblemCode.ServicesDoubleCountedByDesign));

    private static GepAccount Compile()
    {
        var problems = new ProblemList();
        var opened = AccountWorkspace.Open(Root, problems, null, CancellationToken.None)!;
        var run = RunAccount.For(
            opened, AccountingYear.Of(2010), null, 1, problems, null, CancellationToken.None);
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
        row.OptionalDecimal(column, new ProblemList()) ?? 0m;
}

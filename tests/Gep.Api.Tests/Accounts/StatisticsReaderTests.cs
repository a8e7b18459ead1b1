using Gep.Accounting.Codes;
using Gep.Accounting.Statistics;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Accounts;

public sealed class StatisticsReaderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gep-statistics-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Read_RowsWithProblems_AreLeftOutAndEachIsNamed()
    {
        var problems = new ProblemList();
        var table = Read("""
            district,indicator,value,unit,source,confidence
            420116,gdp,1170,亿元,METHODS,low
            420116,rainfall,99999,mm/a,METHODS,low
            420999,population,1,person,METHODS,low
            420116,population,1151644,person,CENSUS2020,high
            """, problems);
        var row = Assert.Single(table.All);
        Assert.Equal((1151644m, "statistics/2019.csv:5"), (row.Value, row.Place));
        Assert.Equal(
            ["unit-unexpected", "value-out-of-range", "district-unknown"],
            problems.All.Select(problem => problem.Code));
    }

    [Fact]
    public void Read_WithoutSubjectAndPlace_IsFine()
    {
        var problems = new ProblemList();
        var table = Read("""
            district,indicator,value,unit,source,confidence
            420100,rainfall,1270,mm/a,METHODS,low
            """, problems);
        Assert.Empty(problems.All);
        Assert.Equal(1270m, table.Find(WuhanExtents.District("420116"), "rainfall")!.Value);
    }

    [Fact]
    public void Read_OfAnotherYear_IsMissingNotTheNearest()
    {
        var problems = new ProblemList();
        Read("district,indicator,value,unit,source,confidence\n", problems, year: 2018);
        Assert.Equal("file-missing", Assert.Single(problems.All).Code);
    }

    private StatisticsTable Read(string text, ProblemList problems, int year = 2019)
    {
        Directory.CreateDirectory(Path.Combine(root, "statistics"));
        File.WriteAllText(Path.Combine(root, "statistics", "2019.csv"), text);
        var wuhan = new WuhanAccount();
        return StatisticsReader.Read(
            root, AccountingYear.Of(year), wuhan.Region, wuhan.Classification, problems);
    }
}

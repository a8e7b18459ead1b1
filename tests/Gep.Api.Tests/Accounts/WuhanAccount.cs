using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>The packs of the Wuhan workspace, read once per test class that asks.</summary>
internal sealed class WuhanAccount
{
    public static readonly string Root = Repository.PathOf("data");

    public WuhanAccount()
    {
        Region = WuhanExtents.District("420100");
        Classification = ClassificationReader.Read(Root, Problems);
        Parameters = ParameterReader.Read(Root, Classification, Problems);
        UnitValues = UnitValueReader.Read(Root, Problems);
    }

    public ProblemList Problems { get; } = new();

    public DistrictCode Region { get; }

    public Classification Classification { get; }

    public ParameterTable Parameters { get; }

    public UnitValueTable UnitValues { get; }

    public Profile Profile(string id) => ProfileReader.Read(Root, id, Classification, UnitValues, Problems)!;

    public StatisticsTable Statistics(int year) =>
        StatisticsReader.Read(Root, AccountingYear.Of(year), Region, Classification, Problems);

    public GepAccount Compile(int year, string profile, ExtentTable? extents = null) => CompileAccount.For(
        AccountingYear.Of(year), Profile(profile), extents ?? WuhanExtents.Table(), Parameters, UnitValues,
        Statistics(year), Classification);
}

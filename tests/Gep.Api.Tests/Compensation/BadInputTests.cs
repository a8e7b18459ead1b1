using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

/// <summary>
/// Each folder of tests/bad-input with schemes is a small workspace that raises the problem it is named
/// after.
/// </summary>
public class BadInputTests
{
    private static readonly string Folder = Repository.PathOf("tests", "bad-input");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder)
        .Where(path => Directory.Exists(Path.Combine(path, "schemes")))
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ReadAndDraw_BadInput_NamesTheProblemAndItsPlace(string name)
    {
        string root = Path.Combine(Folder, name);
        var expect = YamlFile.Read(root, "expect.yaml", new ProblemList())!;
        var problems =
            ProblemsOf(root, AccountingYear.Of(expect.RequireInteger("year", new ProblemList())!.Value));
        string code = Codes()
            .Where(code => $"{name}-".StartsWith($"{code}-", StringComparison.Ordinal))
            .MaxBy(code => code.Length)!;
        string where = expect.Find("where")!.Text!;
        Assert.Contains(problems, problem => problem.Code == code
            && (problem.Where == where || problem.Where.StartsWith(where + ":", StringComparison.Ordinal)));
        Assert.All(problems, problem =>
        {
            Assert.NotEmpty(problem.Where);
            Assert.NotEmpty(problem.Text.Chinese);
            Assert.NotEmpty(problem.Text.English);
            Assert.NotEmpty(problem.Remedy.Chinese);
            Assert.NotEmpty(problem.Remedy.English);
        });
    }

    [Fact]
    public void Folder_EveryCodeOfCompensation_HasABadInput()
    {
        var names = Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).ToList();
        var codes = Enum.GetValues<AccountingProblemCode>()
            .SkipWhile(code => code != AccountingProblemCode.RuleKindNotBuilt)
            .TakeWhile(code => code <= AccountingProblemCode.RateUnverified)
            .Select(WorkspaceProblem.CodeOf)
            .Concat(Enum.GetValues<WorkspaceProblemCode>()
                .SkipWhile(code => code != WorkspaceProblemCode.NumberOutOfRange)
                .TakeWhile(code => code <= WorkspaceProblemCode.ClaimFileMisnamed)
                .Select(WorkspaceProblem.CodeOf));
        Assert.All(codes, code =>
            Assert.Contains(names, name => name.StartsWith(code, StringComparison.Ordinal)));
    }

    [Fact]
    public void ReadAll_OneUnreadableScheme_DoesNotHideTheOther()
    {
        var problems = new ProblemList();
        var schemes = SchemeReader.ReadAll(Path.Combine(Folder, "scheme-duplicate"), problems);
        Assert.Equal("T-AREA", Assert.Single(schemes).Code.ToString());
        Assert.Equal("scheme-duplicate", Assert.Single(problems.All).Code);
    }

    private static IReadOnlyList<WorkspaceProblem> ProblemsOf(string root, AccountingYear year)
    {
        var problems = new ProblemList();
        var schemes = SchemeReader.ReadAll(root, problems);
        HouseholdReader.ReadAll(root, problems);
        BudgetCodeReader.Check(BudgetCodeReader.ReadAll(root, problems), schemes, year, problems);
        var inputs = new ScheduleInputs
        {
            Schemes = schemes,
            Claims = ClaimReader.ReadAll(root, problems),
            Items = MonitoringReader.ReadAll(root, problems),
            Parcels = RegisterTable.ReadParcels(root),
            Certificates = RegisterTable.ReadCertificates(root),
            DistrictNames = RegisterTable.ReadDistricts(root),
        };
        foreach (var scheme in schemes) problems.AddAll(DrawSchedule.For(scheme, year, inputs).Problems);
        return problems.All;
    }

    private static IEnumerable<string> Codes() => Enum.GetValues<AccountingProblemCode>()
        .Select(WorkspaceProblem.CodeOf)
        .Concat(Enum.GetValues<WorkspaceProblemCode>().Select(WorkspaceProblem.CodeOf));
}

using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Api.Accounts;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Accounts;

/// <summary>
/// Lays each fragment of tests/bad-input that names this reader over the packs of the workspace and expects
/// the problem that the folder is named after.
/// </summary>
public sealed class BadInputTests : IDisposable
{
    private const string ReaderName = "account-packs";
    private const double OfficialSquareKilometres = 2256.70;

    private static readonly string Folder = Repository.PathOf("tests", "bad-input");
    private static readonly string[] PackFolders =
        ["classifications", "parameters", "plausibility", "profiles", "statistics"];

    private readonly string root = Directory.CreateTempSubdirectory("gep-bad-input-").FullName;

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (string folder in Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal))
        {
            string expect = Path.Combine(folder, "expect.yaml");
            if (File.Exists(expect) && File.ReadLines(expect).First() == $"reader: {ReaderName}")
                cases.Add(Path.GetFileName(folder));
        }
        return cases;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fragment_LaidOverThePacks_RaisesItsProblem(string folder)
    {
        var reading = new ProblemList();
        var expect = YamlFile.Read(Folder, $"{folder}/expect.yaml", reading)!;
        _ = expect.RequireText("reader", reading);
        string? where = expect.OptionalText("where", reading);
        int year = expect.OptionalInteger("year", reading) ?? 2019;
        string profile = expect.OptionalText("profile", reading) ?? "NDRC2022";
        LayOver(Path.Combine(Folder, folder, "workspace"), expect.Find("remove")?.Items ?? []);
        var extents = Extents(expect, reading);
        expect.RefuseUnknownKeys(reading);
        Assert.Empty(reading.All);

        var problems = ReadAndCompile(year, profile, extents);

        string found = string.Join('\n', problems.All.Select(problem => $"{problem.Code} [{problem.Where}]"));
        Assert.True(
            problems.All.Any(problem => IsOf(problem.Code, folder)
                && (where is null || problem.Where.StartsWith(where, StringComparison.Ordinal))),
            found);
        Assert.All(problems.All, problem => Assert.NotEqual("", problem.Remedy.Chinese));
    }

    [Fact]
    public void Cases_OfThisReader_AreThere() => Assert.True(Cases().Count >= 40);

    private static bool IsOf(string code, string folder) =>
        folder == code || folder.StartsWith(code + "-", StringComparison.Ordinal);

    private ProblemList ReadAndCompile(int year, string profileId, ExtentTable extents)
    {
        var problems = new ProblemList();
        var region = WuhanExtents.District("420100");
        var classification = ClassificationReader.Read(root, problems);
        var parameters = ParameterReader.Read(root, classification, problems);
        var unitValues = UnitValueReader.Read(root, problems);
        var statistics = StatisticsReader.Read(
            root, AccountingYear.Of(year), region, classification, problems);
        if (ProfileReader.Read(root, profileId, classification, unitValues, problems) is { } profile)
        {
            var account = CompileAccount.For(
                AccountingYear.Of(year), profile, extents, parameters, unitValues, statistics,
                    classification);
            problems.AddAll(account.Problems);
            var bands = PlausibilityReader.Read(root, classification, problems);
            problems.AddAll(PlausibilityCheck.ProblemsOf(account, PlausibilityCheck.Of(account, bands)));
        }
        return problems;
    }

    private void LayOver(string fragment, IReadOnlyList<YamlEntry> removed)
    {
        foreach (string pack in PackFolders) Copy(Repository.PathOf("data", pack), Path.Combine(root, pack));
        if (Directory.Exists(fragment)) Copy(fragment, root);
        foreach (var entry in removed) File.Delete(Path.Combine(root, entry.Text!));
    }

    private static void Copy(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target, overwrite: true);
        }
    }

    private static ExtentTable Extents(YamlEntry expect, ProblemList problems)
    {
        double uncovered = (double)(expect.OptionalDecimal("uncovered", problems) ?? 0);
        var lakes = (expect.Find("lakes")?.Items ?? []).Select(item => (
            District: WuhanExtents.District(item.RequireText("district", problems)!),
            Area: Area.FromSquareKilometres((double)item.RequireDecimal("km2", problems)!.Value))).ToList();
        var extents = (expect.Find("extents")?.Items ?? []).Select(item => new EcosystemExtent(
            WuhanExtents.District(item.RequireText("district", problems)!),
            WuhanExtents.Type(item.RequireText("type", problems)!),
            Area.FromSquareKilometres((double)item.RequireDecimal("km2", problems)!.Value), 1)).ToList();
        if (extents.Count == 0) return WuhanExtents.Table();
        var covered = extents.Aggregate(Area.Zero, (sum, extent) => sum + extent.Area);
        return new ExtentTable(
            [new DistrictExtent(
                extents[0].District, covered, Area.FromSquareKilometres(OfficialSquareKilometres),
                Area.FromSquareMetres(uncovered))],
            extents,
            lakes.Select(lake => new WaterBody("lake", "湖", WuhanExtents.Type("WET/lake"), lake.Area,
                [new WaterBodyPart(lake.District, lake.Area)])));
    }
}

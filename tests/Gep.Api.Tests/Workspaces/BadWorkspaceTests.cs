using Gep.Accounting.Problems;
using Gep.Api.Cli;
using Gep.Api.Tests.Cli;
using Gep.Testing;

namespace Gep.Api.Tests.Workspaces;

/// <summary>
/// Folders tests/bad-input/CODE[-variant]/tiny hold files that replace those of tests/workspaces/tiny; the
/// workspace then has the problem CODE.
/// </summary>
public class BadWorkspaceTests
{
    private const string OverlayFolder = "tiny";
    private const string CommandFile = "command.txt";
    private const string EnvironmentFile = "environment.txt";

    /// <summary>Code and place of each fault in tests/workspaces/ten-faults.</summary>
    private static readonly string[] TenFaults =
    [
        "key-unknown  workspace.yaml:4",
        "district-unknown  layers/forests.ndjson #1 forests/F1",
        "payee-missing  layers/forests.ndjson #2 forests/F2",
        "ecosystem-type-unknown  layers/fields.geojson #2 fields/C2",
        "geometry-invalid-repaired  layers/waters.geojson #2 W2",
        "parcel-class-unknown  layers/reserves.geojson #1 reserves/R1",
        "unit-unexpected  statistics/2019.csv:2",
        "district-unknown  statistics/2019.csv:16",
        "value-malformed  parameters/services/water-conservation/runoff-coefficient.yaml:10",
        "unit-unknown  schemes/wh-pbf/scheme.yaml:",
    ];

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("tests", "bad-input"))
            .Where(folder => Directory.Exists(Path.Combine(folder, OverlayFolder))
                && !File.Exists(Path.Combine(folder, CommandFile)))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>Cases whose fault is in the command: command.txt with {tiny} for the workspace.</summary>
    public static TheoryData<string> Commands =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "bad-input"), CommandFile,
            SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_FaultyRequest_IsRefusedByName(string folder)
    {
        string overlay = Repository.PathOf("tests", "bad-input", folder, OverlayFolder);
        using var workspace = TinyWorkspace.Create(Directory.Exists(overlay) ? overlay : null);
        string[] arguments =
            [.. File.ReadAllText(Repository.PathOf("tests", "bad-input", folder, CommandFile)).Trim()
            .Split(' ')
            .Select(argument => argument.Replace("{tiny}", workspace.Root, StringComparison.Ordinal))];

        var run = GepProcess.RunIn(EnvironmentOf(folder), arguments);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(run.Errors.Split(' ', '\n'), word =>
            word.Length > 0 && (folder == word || folder.StartsWith($"{word}-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_TenFaults_AllAreReportedInOneRun()
    {
        using var workspace = TinyWorkspace.Create(Repository.PathOf("tests", "workspaces", "ten-faults"));

        var run = GepProcess.Run("check", workspace.Root);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        foreach (string fault in TenFaults) Assert.Contains(fault, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("schedule")]
    public void Run_TenFaults_IsRefusedAndWritesNothing(string command)
    {
        using var workspace = TinyWorkspace.Create(Repository.PathOf("tests", "workspaces", "ten-faults"));
        string results = Path.Combine(workspace.Root, "results");

        var run = GepProcess.Run(command, workspace.Root, "--year", "2019", "--format", "json", "--out",
            results);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.False(Directory.Exists(results));
    }

    [Fact]
    public void Check_TinyWorkspace_HasNoRefusal()
    {
        using var workspace = TinyWorkspace.Create();

        var refusals = CheckCommand.ProblemsOf(workspace.Root, null, CancellationToken.None)
            .Where(problem => problem.Severity == ProblemSeverity.Refusal);

        Assert.Empty(refusals);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_FaultyWorkspace_NamesTheFault(string folder)
    {
        using var workspace =
            TinyWorkspace.Create(Repository.PathOf("tests", "bad-input", folder, OverlayFolder));

        var problems = CheckCommand.ProblemsOf(workspace.Root, null, CancellationToken.None);

        var found = problems.Where(problem => folder == problem.Code
            || folder.StartsWith($"{problem.Code}-", StringComparison.Ordinal)).ToArray();
        string codes = string.Join(", ", problems.Select(problem => problem.Code));
        Assert.True(found.Length > 0, $"expected {folder}, found {codes}");
        Assert.All(found, problem =>
        {
            Assert.NotEmpty(problem.Where);
            Assert.NotEmpty(problem.Text.Chinese);
            Assert.NotEmpty(problem.Text.English);
            Assert.NotEmpty(problem.Remedy.Chinese);
            Assert.NotEmpty(problem.Remedy.English);
        });
    }

    /// <summary>
    /// Variables of environment.txt, <c>NAME=value</c> a line; none where there is no such file.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string>> EnvironmentOf(string folder)
    {
        string path = Repository.PathOf("tests", "bad-input", folder, EnvironmentFile);
        return File.Exists(path)
            ? File.ReadLines(path).Select(line => line.Split('=', 2))
                .Select(pair => KeyValuePair.Create(pair[0], pair[1]))
            : [];
    }
}

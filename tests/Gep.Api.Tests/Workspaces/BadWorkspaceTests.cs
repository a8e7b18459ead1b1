using Gep.Accounting.Problems;
using Gep.Api.Cli;
using Gep.Testing;

namespace Gep.Api.Tests.Workspaces;

/// <summary>
/// Folders tests/bad-input/CODE[-variant]/tiny hold files that replace those of tests/workspaces/tiny; the workspace
/// then has the problem CODE.
/// </summary>
public class BadWorkspaceTests
{
    private const string OverlayFolder = "tiny";

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("tests", "bad-input"))
            .Where(folder => Directory.Exists(Path.Combine(folder, OverlayFolder)))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)];

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
        using var workspace = TinyWorkspace.Create(Repository.PathOf("tests", "bad-input", folder, OverlayFolder));

        var problems = CheckCommand.ProblemsOf(workspace.Root, null, CancellationToken.None);

        var found = problems.Where(problem => folder == problem.Code
            || folder.StartsWith($"{problem.Code}-", StringComparison.Ordinal)).ToArray();
        Assert.True(found.Length > 0, $"expected {folder}, found {string.Join(", ", problems.Select(p => p.Code))}");
        Assert.All(found, problem =>
        {
            Assert.NotEmpty(problem.Where);
            Assert.NotEmpty(problem.Text.Chinese);
            Assert.NotEmpty(problem.Text.English);
            Assert.NotEmpty(problem.Remedy.Chinese);
            Assert.NotEmpty(problem.Remedy.English);
        });
    }
}

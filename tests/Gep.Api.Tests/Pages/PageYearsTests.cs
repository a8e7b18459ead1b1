using Gep.Api.Serving;
using Gep.Api.Tests.Workspaces;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Pages;

/// <summary>The pages over a workspace of three years: which two are compared is for the reader to
/// say.</summary>
public sealed class PageYearsTests : IDisposable
{
    private readonly TinyWorkspace workspace = TinyWorkspace.Create();

    public void Dispose() => workspace.Dispose();

    [PageFact]
    public async Task Pages_OfThreeYears_CompareThoseThatAreChosen()
    {
        Replace("workspace.yaml", "workspace.yaml", "[2019, 2024]", "[2019, 2021, 2024]");
        Replace("statistics/2019.csv", "statistics/2021.csv", ",rainfall,,1270,", ",rainfall,,1900,");
        var problems = new ProblemList();
        var snapshot = ServiceSnapshot.Read(workspace.Root, problems, null, CancellationToken.None);
        Assert.True(snapshot is not null, string.Join('\n', problems.All));

        await using var pages = await PageService.StartAsync(snapshot);
        await Browsing.RunAsync(pages.Base, "years.test.mjs");
    }

    /// <summary>Writes a file of the workspace from another, with one text changed in it.</summary>
    private void Replace(string from, string to, string old, string now)
    {
        string text = File.ReadAllText(Path.Combine(workspace.Root, from));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(
            Path.Combine(workspace.Root, to), text.Replace(old, now, StringComparison.Ordinal));
    }
}

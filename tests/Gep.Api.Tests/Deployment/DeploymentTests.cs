using System.Text.RegularExpressions;
using Gep.Testing;

namespace Gep.Api.Tests.Deployment;

/// <summary>What can be checked of deploy/ without an engine and without installing the unit.</summary>
public partial class DeploymentTests
{
    private static readonly string Unit = Repository.PathOf("deploy", "gep.service");

    private static readonly string[] Container =
        File.ReadAllLines(Repository.PathOf("deploy", "Containerfile"));

    [ToolFact("systemd-analyze", "systemd")]
    public void Unit_Verified_HasNoFault()
    {
        var run = OutsideProgram.Run(null, "systemd-analyze", "verify", Unit)!;

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal("", run.Errors);
    }

    /// <summary>Each source of a COPY is in the repository, and each project that is published.</summary>
    [Fact]
    public void Container_FilesItCopies_AreThere()
    {
        string[] copied =
        [
            .. Container.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal))
                .Where(line => !line.Contains("--from=", StringComparison.Ordinal))
                .SelectMany(line => line.Split(' ')[1..^1]),
        ];

        Assert.Equal(8, copied.Length);
        Assert.All(copied, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
        Assert.All(
            Container.SelectMany(line => ProjectName().Matches(line)), project =>
                Assert.True(File.Exists(Repository.PathOf(project.Value)), project.Value));
    }

    /// <summary>Both speak only of settings that docs/serving.md or docs/operations.md explains.</summary>
    [Fact]
    public void Settings_OfUnitAndContainer_AreDocumented()
    {
        string documents = File.ReadAllText(Repository.PathOf("docs", "serving.md"))
            + File.ReadAllText(Repository.PathOf("docs", "operations.md"));
        string[] settings =
        [
            .. SettingName().Matches(File.ReadAllText(Unit) + string.Join('\n', Container))
                .Select(match => match.Value).Distinct(),
        ];

        Assert.Equal(["GEP_DATABASE", "GEP_URLS"], settings.Order(StringComparer.Ordinal));
        Assert.All(settings, setting => Assert.Contains(setting, documents, StringComparison.Ordinal));
    }

    [GeneratedRegex("GEP_[A-Z_]+")]
    private static partial Regex SettingName();

    [GeneratedRegex(@"src/\S+\.csproj")]
    private static partial Regex ProjectName();
}

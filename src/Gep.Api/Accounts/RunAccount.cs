using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>
/// The whole way of an account: workspace → layers → overlay → extents → quantities → values → GEP.
/// </summary>
internal static class RunAccount
{
    /// <summary>Compiles the account of a year; null after the problems that prevent it were added.</summary>
    /// <param name="opened">The workspace with its layers.</param>
    /// <param name="year">A year the workspace has data for.</param>
    /// <param name="profileId">Name of the profile; null takes the workspace's own.</param>
    /// <param name="threads">Threads of the overlay; the result does not depend on it.</param>
    /// <param name="problems">Where problems go, also those that do not prevent it.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellation">Stops it.</param>
    public static AccountRun? For(
        OpenedWorkspace opened, AccountingYear year, string? profileId, int threads,
        ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        string root = opened.Workspace.Root;
        var parameters = ParameterReader.Read(root, opened.Classification, problems);
        var unitValues = UnitValueReader.Read(root, problems);
        var statistics = StatisticsReader.Read(
            root, year, opened.Workspace.Region, opened.Classification, problems);
        var profile = ProfileReader.Read(
            root, profileId ?? opened.Workspace.DefaultProfile, opened.Classification, unitValues, problems);
        if (profile is null || problems.HasRefusal) return null;
        var layers = ExtentTableReader.IsThere(root) ? null : ExtentsFromLayers.Compute(
            opened.Workspace, opened.Layers, opened.Classification, year, threads, problems, progress,
                cancellation);
        var extents = layers?.Extents ?? ExtentTableReader.Read(root, year, opened.Classification, problems);
        if (problems.HasRefusal) return null;
        var account = CompileAccount.For(
            year, profile, extents, parameters, unitValues, statistics, opened.Classification);
        var bands = PlausibilityCheck.Of(
            account, PlausibilityReader.Read(root, opened.Classification, problems));
        account = account with
        {
            Problems = [.. account.Problems, .. PlausibilityCheck.ProblemsOf(account, bands)],
        };
        var report = new AccountReport(
            opened.Workspace.Id, opened.Snapshot, account, opened.Classification,
                [.. problems.All]) { Bands = bands };
        problems.AddAll(account.Problems);
        return account.IsCompiled ? new AccountRun(
            opened, layers, new AccountPacks(profile, parameters, unitValues, statistics), report) : null;
    }
}

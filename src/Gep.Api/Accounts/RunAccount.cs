using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
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
        var condition = ConditionReader.Read(root, year, opened.Classification, problems);
        if (profile is null || problems.HasRefusal) return null;
        var layers = ExtentTableReader.IsThere(root) ? null : ExtentsFromLayers.Compute(
            opened.Workspace, opened.Layers, opened.Classification, year, threads, problems, progress,
                cancellation);
        var extents = layers?.Extents ?? ExtentTableReader.Read(root, year, opened.Classification, problems);
        if (problems.HasRefusal) return null;
        var packs = new AccountPacks(profile, parameters, unitValues, statistics);
        var account = CompileAccount.For(
            year, profile, extents, parameters, unitValues, statistics, opened.Classification);
        var bands = PlausibilityCheck.Of(
            account, PlausibilityReader.Read(root, opened.Classification, problems));
        account = account with
        {
            Checks = [.. account.Checks, Reproduced(account, packs, opened.Classification)],
            Problems = [.. account.Problems, .. PlausibilityCheck.ProblemsOf(account, bands)],
        };
        var report = new AccountReport(
            opened.Workspace.Id, opened.Snapshot, account, opened.Classification,
                [.. problems.All])
        { Bands = bands, Condition = condition };
        problems.AddAll(account.Problems);
        return account.IsCompiled ? new AccountRun(
            opened, layers, packs, report) : null;
    }

    /// <summary>
    /// Invariant I10: compiled again from the same inputs in the opposite order, every line is the same.
    /// </summary>
    private static AccountCheck Reproduced(
        GepAccount account, AccountPacks packs, Classification classification)
    {
        var table = account.Extents;
        var turned = new ExtentTable(
            table.Districts.Reverse(), table.Extents.Reverse(), table.WaterBodies.Reverse());
        var again = CompileAccount.For(
            account.Year, packs.Profile, turned, packs.Parameters, packs.UnitValues, packs.Statistics,
            classification);
        int different = Math.Abs(again.Lines.Length - account.Lines.Length)
            + account.Lines.Zip(again.Lines)
                .Count(pair => pair.First.Id != pair.Second.Id || pair.First.Value != pair.Second.Value);
        return new AccountCheck("I10", new("同样输入再算结果相同", "the same inputs give the same lines again"),
            different, Unit.Of("line"), different == 0);
    }
}

using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Two years of a workspace, or a workspace and its variant, compiled and compared.</summary>
internal static class RunComparison
{
    /// <summary>The comparison; null after the problems that prevent it were added.</summary>
    /// <param name="before">The workspace of the opening account.</param>
    /// <param name="from">Year of the opening account.</param>
    /// <param name="after">The workspace of the closing account; the same one unless it is a variant.</param>
    /// <param name="to">Year of the closing account.</param>
    /// <param name="profile">Name of the profile; null takes each workspace's own.</param>
    /// <param name="threads">Threads of the overlays; no result depends on it.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ComparisonReport? For(
        OpenedWorkspace before, AccountingYear from, OpenedWorkspace after, AccountingYear to,
            string? profile,
        int threads, ProblemList problems, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        ProblemList ofOpening = new(), ofClosing = new();
        var opening = RunAccount.For(before, from, profile, threads, ofOpening, progress, cancellation);
        problems.AddAll(ofOpening.All);
        if (opening is null) return null;
        var closing = RunAccount.For(after, to, profile, threads, ofClosing, progress, cancellation);
        problems.AddAll(ofClosing.All);
        if (closing is null) return null;
        var matrix = opening.Extents is null || closing.Extents is null
            ? null
            : ChangesFromLayers.Compute(opening.Extents, closing.Extents, threads);
        return new ComparisonReport(opening.Report, closing.Report, Of(opening, closing, matrix));
    }

    /// <summary>Compares two accounts that are at hand.</summary>
    /// <param name="opening">The earlier account.</param>
    /// <param name="closing">The later account.</param>
    /// <param name="matrix">Which types turned into which; null where nobody asked.</param>
    public static AccountComparison Of(AccountRun opening, AccountRun closing, ChangeMatrix? matrix)
    {
        var account = closing.Report.Account;
        var sameMethod = CompileAccount.For(
            account.Year, opening.Packs.Profile, account.Extents, opening.Packs.Parameters,
            closing.Packs.UnitValues, closing.Packs.Statistics, closing.Opened.Classification,
            opening.Report.Account.Year);
        return CompareAccounts.Of(opening.Report.Account, account, sameMethod, matrix);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Accounts;
using Gep.Api.Compensation;

namespace Gep.Api.Workflow;

/// <summary>What a run made.</summary>
/// <param name="Snapshot">Id of the snapshot that it read or made; null when it made none.</param>
/// <param name="Account">The account; null of another kind or where none could be compiled.</param>
/// <param name="Outcomes">The schedules; empty of another kind.</param>
internal sealed record RunResult(
    string? Snapshot, AccountRun? Account, ImmutableArray<SchemeOutcome> Outcomes)
{
    /// <summary>
    /// Hash of the account, or SHA-256 over each scheme with the fingerprint of its schedule; null of a
    /// publication, which its snapshot tells.
    /// </summary>
    public string? Hash =>
        Account is { } account ? AccountJson.ResultHash(account.Report.Account)
        : Outcomes.IsEmpty ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Outcomes.Select(
            outcome => $"{outcome.Scheme.Code} " + (outcome.Draft.Schedule is { } schedule
                ? ScheduleFingerprint.Of(schedule) : "refused"))))));
}

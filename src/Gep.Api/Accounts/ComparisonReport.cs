using System.Collections.Immutable;
using Gep.Accounting.Accounts;

namespace Gep.Api.Accounts;

/// <summary>A comparison with what its writers need to name things.</summary>
/// <param name="Opening">The opening account.</param>
/// <param name="Closing">The closing account.</param>
/// <param name="Comparison">What changed.</param>
internal sealed record ComparisonReport(
    AccountReport Opening, AccountReport Closing, AccountComparison Comparison)
{
    /// <summary>Files of a what-if folder that took the place of the base's; empty between two
    /// years.</summary>
    public ImmutableArray<string> Moved { get; init; } = [];
}

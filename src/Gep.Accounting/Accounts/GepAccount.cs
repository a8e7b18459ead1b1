using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;

namespace Gep.Accounting.Accounts;

/// <summary>The account of one region, year and profile.</summary>
/// <param name="Year">The accounting year.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Lines">By district, service, item and type.</param>
/// <param name="Totals">Their sums.</param>
/// <param name="Indicators">Per district, by code.</param>
/// <param name="Region">The whole region.</param>
/// <param name="Extents">The extents it was made from.</param>
/// <param name="Checks">The closing checks.</param>
/// <param name="Problems">What is missing, assumed or wrong.</param>
public sealed record GepAccount(
    AccountingYear Year,
    Profile Profile,
    ImmutableArray<AccountLine> Lines,
    AccountTotals Totals,
    ImmutableArray<DistrictIndicators> Indicators,
    DistrictIndicators Region,
    ExtentTable Extents,
    ImmutableArray<AccountCheck> Checks,
    ImmutableArray<AccountingProblem> Problems)
{
    /// <summary>What it does not hold, with reasons: first what is missing, then what the profile switches
    /// off.</summary>
    public ImmutableArray<NotAccounted> NotAccounted { get; init; } = [];

    /// <summary>Whether nothing blocks its use.</summary>
    public bool IsCompiled => Problems.All(problem => problem.Severity != ProblemSeverity.Refusal);

    /// <summary>The line of that id, or null.</summary>
    public AccountLine? Find(string id) =>
        Lines.FirstOrDefault(line => string.Equals(line.Id, id, StringComparison.Ordinal));
}

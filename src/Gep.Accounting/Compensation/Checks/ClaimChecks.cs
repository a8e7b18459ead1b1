using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Checks;

/// <summary>
/// C06, C17, C21 and C22: no claim twice or unverified; odd losses, seasons and numbers of claims.
/// </summary>
internal static class ClaimChecks
{
    /// <summary>A loss that is a whole multiple of this is called round [yuan].</summary>
    private const decimal RoundLossYuan = 1000m;

    /// <summary>From so many payees on, the identical loss is worth a look.</summary>
    private const int IdenticalPayeesMin = 3;

    /// <summary>Claims of one household in a year that are usual ([COMPENSATION] §5.5 C22).</summary>
    private const int ClaimsPerHouseholdMax = 3;

    public static IEnumerable<ScheduleCheck> On(
        Scheme scheme,
        AccountingYear year,
        ImmutableArray<LossClaim> claims,
        List<AccountingProblem> problems)
    {
        problems.AddRange(claims
            .Where(claim => !claim.IsPossible)
            .Select(ClaimProblems.OutOfRange));
        return
        [
            DuplicateCheck(claims, problems),
            VerificationCheck(claims, problems),
            LossCheck(claims, problems),
            SeasonCheck(scheme, year, claims, problems),
        ];
    }

    private static ScheduleCheck DuplicateCheck(
        ImmutableArray<LossClaim> claims, List<AccountingProblem> problems)
    {
        ImmutableArray<AccountingProblem> duplicates = [.. claims
            .GroupBy(claim => claim.Id, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1)
                .Select(second => ClaimProblems.Duplicate(group.First(), second)))];
        problems.AddRange(duplicates);
        return new ScheduleCheck(ScheduleCheckCode.C06, duplicates.Length, "claims", duplicates.IsEmpty,
            new($"{claims.Length} 个申报号互不重复。", $"{claims.Length} claim ids, none twice."));
    }

    private static ScheduleCheck VerificationCheck(
        ImmutableArray<LossClaim> claims, List<AccountingProblem> problems)
    {
        ImmutableArray<AccountingProblem> unverified = [.. claims
            .Where(claim => string.IsNullOrWhiteSpace(claim.Certificate) || claim.VerifiedOn is null)
            .Select(ClaimProblems.Unverified)];
        problems.AddRange(unverified);
        return new ScheduleCheck(ScheduleCheckCode.C17, unverified.Length, "claims", unverified.IsEmpty,
            new("每件申报都有核实凭证和日期。", "Each claim has a certificate and a day of verification."));
    }

    private static ScheduleCheck LossCheck(ImmutableArray<LossClaim> claims, List<AccountingProblem> problems)
    {
        var found = new List<AccountingProblem>();
        foreach (var group in claims.GroupBy(claim => claim.VerifiedLossYuan))
        {
            int payees = group.Select(claim => (claim.Village, claim.Payee)).Distinct().Count();
            if (payees >= IdenticalPayeesMin) found.Add(ClaimProblems.Identical(group.First(), payees));
        }
        found.AddRange(claims
            .Where(claim => claim.VerifiedLossYuan > 0 && claim.VerifiedLossYuan % RoundLossYuan == 0)
            .Select(ClaimProblems.Round));
        problems.AddRange(found);
        return new ScheduleCheck(ScheduleCheckCode.C21, found.Count, "cases", found.Count == 0,
            new("相同损失、整千元损失的抽查提示。", "Identical and round losses, for inspection."));
    }

    private static ScheduleCheck SeasonCheck(
        Scheme scheme,
        AccountingYear year,
        ImmutableArray<LossClaim> claims,
        List<AccountingProblem> problems)
    {
        var months = scheme.Rule.SeasonMonths;
        var found = new List<AccountingProblem>();
        found.AddRange(claims
            .Where(claim => claim.LossDay.Year != year.Number
                || (!months.IsEmpty && !months.Contains(claim.LossDay.Month)))
            .Select(claim => ClaimProblems.OutOfSeason(claim, year)));
        found.AddRange(claims
            .GroupBy(claim => (claim.District, claim.Town, claim.Village, claim.Payee))
            .Where(group => group.Count() > ClaimsPerHouseholdMax)
            .Select(group => ClaimProblems.TooMany(group.First(), group.Count())));
        problems.AddRange(found);
        return new ScheduleCheck(ScheduleCheckCode.C22, found.Count, "cases", found.Count == 0,
            new("损失日期在受损季节内，每户每年不超过三次。", "Losses in season, at most three claims a household and year."));
    }
}

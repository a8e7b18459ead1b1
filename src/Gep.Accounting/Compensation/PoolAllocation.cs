using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Checks;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>Draws a schedule that shares out a fixed pot by verified loss: one line a claim.</summary>
/// <remarks>
/// <c>line = P · l / Σl</c> by largest remainder, so that the lines add up to the pot exactly.<br/>
/// P pot of the year [yuan]; l verified loss of the claim [yuan].<br/>
/// Source: [COMPENSATION] §1.2 (Chenhu), §4.7.
/// </remarks>
internal sealed class PoolAllocation(
    Scheme scheme, RateTable rates, AccountingYear year, ScheduleInputs inputs)
{
    private readonly List<AccountingProblem> problems = [.. SchemeProblems.RemarksOn(scheme)];

    public ScheduleDraft Draw()
    {
        ImmutableArray<LossClaim> claims = [.. inputs.Claims
            .Where(claim => claim.Scheme == scheme.Code && claim.Year == year)
            .OrderBy(claim => claim.District)
            .ThenBy(claim => claim.Town, StringComparer.Ordinal)
            .ThenBy(claim => claim.Village, StringComparer.Ordinal)
            .ThenBy(claim => claim.Id, StringComparer.Ordinal)];
        if (claims.IsEmpty) problems.Add(SchemeProblems.NoClaims(scheme, year));
        problems.AddRange(DistrictCheck.On(
            inputs.DistrictNames, claims.Select(claim => (claim.District, claim.Place))));
        var checks = ClaimChecks.On(scheme, year, claims, problems).ToList();
        var finder = new RateFinder(scheme, rates, BenefitDays.In(year, scheme.Rule), problems);
        var pot = finder.Find(ParcelClass.Any);
        finder.AddRemarks();
        checks.AddRange(RateChecks.On(finder));
        if (pot is null || problems.Any(problem => problem.Severity == ProblemSeverity.Refusal))
            return ScheduleDraft.Refused([.. problems]);
        var lines = Share(claims, pot);
        checks.Add(PoolCheck.On(Money.FromExactYuan(pot.Total), lines));
        return ScheduleAssembly.Assemble(scheme, year, lines, checks, problems);
    }

    private List<DraftLine> Share(ImmutableArray<LossClaim> claims, ClassRate pot)
    {
        var total = Money.FromExactYuan(pot.Total);
        decimal[] losses = [.. claims.Select(claim => claim.VerifiedLossYuan)];
        if (!PaymentSplit.TrySplit(total, losses, out var parts))
        {
            problems.Add(SchemeProblems.NoWeight(scheme, $"{scheme.Code} {year}", claims[0].Place));
            return [];
        }
        var payers = PayersOf(parts, pot);
        decimal sum = losses.Sum();
        if (pot.Total > sum) problems.Add(ClaimProblems.PotAboveLosses(scheme, pot.Total, sum));
        return [.. claims.Select((claim, line) => new DraftLine(
            claim.District, claim.Town, claim.Village, claim.Payee, claim.Parcel, null,
            claim.DamagedMu, null, parts[line].Amount, payers[line],
            PoolTrace.Of(scheme, year, claim, pot, sum, parts[line], claims.Length, payers[line])))];
    }

    /// <summary>
    /// Each layer's pot shared out over what is left of the lines, from the highest layer down: every line
    /// adds up to its amount and every layer to its pot.
    /// </summary>
    private static ImmutableArray<PayerShare>[] PayersOf(ImmutableArray<SplitPart> parts, ClassRate pot)
    {
        decimal[] left = [.. parts.Select(part => part.Amount.Yuan)];
        var payers = new ImmutableArray<PayerShare>[parts.Length];
        Array.Fill(payers, []);
        foreach (var layer in pot.Layers)
        {
            var layerPot = layer == pot.Layers[^1] ? left.Sum() : Money.FromExactYuan(layer.Value).Yuan;
            PaymentSplit.TrySplit(Money.FromExactYuan(layerPot), left, out var shares);
            for (int line = 0; line < shares.Length; line++)
            {
                payers[line] = payers[line].Add(new PayerShare(layer.Payer, shares[line].Amount));
                left[line] -= shares[line].Amount.Yuan;
            }
        }
        return payers;
    }
}

using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation.Checks;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>Draws a schedule from measured results: one line an item, by the method of the scheme.</summary>
/// <remarks>
/// Terms of the item's day, exactly one; amount; rounded once to the fen, half away from zero, the absolute
/// value first; split between payers. Source: [COMPENSATION] §4.2, §4.7.
/// </remarks>
internal sealed class SettledSchedule(
    Scheme scheme, SettlementTerms terms, AccountingYear year, ScheduleInputs inputs)
{
    private readonly List<AccountingProblem> problems = [.. SchemeProblems.RemarksOn(scheme)];
    private readonly SettlementFormula formula = SettlementFormulas.Of(terms.Method);
    private int ambiguities;

    public ScheduleDraft Draw()
    {
        ImmutableArray<SettlementItem> items = [.. inputs.Items
            .Where(item => item.Scheme == scheme.Code && item.Year == year)
            .OrderBy(item => item.District)
            .ThenBy(item => item.Town, StringComparer.Ordinal)
            .ThenBy(item => item.Village, StringComparer.Ordinal)
            .ThenBy(item => item.Id, StringComparer.Ordinal)];
        if (items.IsEmpty) problems.Add(SettlementProblems.NoItems(scheme, year));
        problems.AddRange(DistrictCheck.On(
            inputs.DistrictNames, items.Select(item => (item.District, item.Place))));
        var checks = ItemChecks.On(items, formula, problems).ToList();
        var cases = CasesOf(items);
        AddRemarks(cases);
        checks.Add(new ScheduleCheck(ScheduleCheckCode.C11, ambiguities, "days", ambiguities == 0,
            new("每一日恰有一个条款生效。", "Exactly one set of terms is in force on each day.")));
        if (HasRefusal()) return ScheduleDraft.Refused([.. problems]);
        var lines = Lines(cases);
        if (HasRefusal()) return ScheduleDraft.Refused([.. problems]);
        if (formula.Values.Contains("pool"))
            checks.Add(PoolCheck.On(Money.FromExactYuan(cases[0].Value("pool")), lines));
        return ScheduleAssembly.Assemble(scheme, year, lines, checks, problems, formula.Totals(cases));
    }

    private List<DraftLine> Lines(ImmutableArray<SettlementCase> cases)
    {
        var settled = Settle(cases);
        var lines = new List<DraftLine>(cases.Length);
        for (int line = 0; line < cases.Length; line++)
        {
            if (settled[line] is not { } amount) problems.Add(
                SettlementProblems.NothingSaid(cases[line].Item));
            else if (LineOf(cases[line], amount) is { } drawn) lines.Add(drawn);
        }
        return lines;
    }

    private ImmutableArray<SettledAmount?> Settle(ImmutableArray<SettlementCase> cases)
    {
        try
        {
            return formula.Settle(cases, problems);
        }
        catch (OverflowException)
        {
            problems.Add(SettlementProblems.Lacks(cases[0].Item, "overflow"));
            return [.. cases.Select(_ => (SettledAmount?)null)];
        }
    }

    private DraftLine? LineOf(SettlementCase one, SettledAmount settled)
    {
        var item = one.Item;
        var amount = Money.FromExactYuan(settled.ExactYuan);
        var payers = settled.Payers;
        if (payers.IsEmpty)
        {
            decimal[] shares = [.. one.Terms.Payers.Select(payer => payer.Share)];
            if (!PaymentSplit.TrySplit(amount, shares, out var parts))
            {
                problems.Add(SchemeProblems.NoWeight(scheme, item.Id, one.Terms.Place));
                return null;
            }
            payers =
                [.. one.Terms.Payers.Zip(parts, (payer, part) => new PayerShare(payer.Payer, part.Amount))];
        }
        return new DraftLine(
            item.District, item.Town, item.Village, item.Payee, item.Subject, null,
            settled.AreaMu, settled.Rate, amount, payers,
            SettlementTrace.Of(scheme, one, settled, amount, payers))
        {
            Facts = settled.Facts,
        };
    }

    private ImmutableArray<SettlementCase> CasesOf(ImmutableArray<SettlementItem> items)
    {
        var benefitDay = BenefitDays.In(year, scheme.Rule);
        var found = new Dictionary<DateOnly, TermsPeriod?>();
        var cases = ImmutableArray.CreateBuilder<SettlementCase>(items.Length);
        foreach (var item in items)
        {
            var day = formula.IsJoint ? benefitDay : item.Day;
            if (!found.TryGetValue(day, out var period)) found.Add(day, period = PeriodOn(day));
            if (period is not null) cases.Add(new SettlementCase(item, period));
        }
        return cases.ToImmutable();
    }

    private TermsPeriod? PeriodOn(DateOnly day)
    {
        ImmutableArray<TermsPeriod> inForce = [.. terms.Periods.Where(period => period.IsInForceOn(day))];
        if (inForce is [var only])
        {
            ImmutableArray<string> lacking =
                [.. formula.Values.Where(name => !only.Values.ContainsKey(name))];
            if (lacking.IsEmpty) return only;
            problems.Add(SettlementProblems.TermsLack(scheme, only, string.Join(", ", lacking)));
            return null;
        }
        ambiguities++;
        problems.Add(inForce.IsEmpty
            ? SettlementProblems.NotInForce(scheme, day, terms.Periods)
            : SettlementProblems.Conflict(scheme, day, inForce));
        return null;
    }

    private void AddRemarks(ImmutableArray<SettlementCase> cases)
    {
        foreach (var period in cases.Select(one => one.Terms).Distinct())
        {
            if (scheme.Status == SchemeStatus.Verified && period.Status == SchemeStatus.Unverified)
                problems.Add(SettlementProblems.TermsUnverified(scheme, period));
            if (period.CheckedUntil is null) problems.Add(SettlementProblems.Unchecked(scheme, period));
            if (!period.Document.HasArticle) problems.Add(SettlementProblems.ArticleUnknown(scheme, period));
        }
    }

    private bool HasRefusal() => problems.Any(problem => problem.Severity == ProblemSeverity.Refusal);
}

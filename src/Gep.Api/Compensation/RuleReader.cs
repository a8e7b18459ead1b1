using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Areas;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Reads the rule of a scheme: kind, membership, season, rates, or why it is withheld.</summary>
internal static class RuleReader
{
    private const int MonthsOfYear = 12;

    /// <summary>A year that has every day a snapshot can be on.</summary>
    private const int LeapYear = 2000;

    /// <summary>More than any budget of a city: a misplaced decimal point [yuan].</summary>
    private const decimal BudgetMax = 1e12m;

    private const string Fields = "grade | zone | ownership | reserve";

    /// <summary>The rule, or null after its problems were added.</summary>
    public static Rule? Read(YamlEntry scheme, LegalReference? basis, SourceRef? source, ProblemList problems)
    {
        var entry = scheme.Require("rule", problems);
        if (entry?.RequireMember<RuleKind>("kind", problems) is not { } kind) return null;
        BilingualText? withheld =
            entry.Find("withheld") is null ? null : entry.RequireNames("withheld", problems);
        var membership = entry.Find("membership") is { } found ? ReadMembership(found, problems) : null;
        var season = SeasonOf(entry, problems);
        bool isDrawable = withheld is null && DrawSchedule.NeedsRates(kind);
        var benefitDay = isDrawable || entry.Find("benefit_day") is not null
            ? entry.RequireMember<BenefitDay>("benefit_day", problems)
            : BenefitDay.FirstOfJanuary;
        if (isDrawable && kind == RuleKind.AreaEntitlement) entry.Require("membership", problems);
        var snapshot = benefitDay == BenefitDay.Snapshot ? ReadSnapshot(entry, problems) : (1, 1);
        var time = entry.Find("time") is null
            ? TimeRule.FullYear
            : entry.RequireMember<TimeRule>("time", problems);
        var split = SplitOf(entry, problems);
        decimal? budget = entry.Find("budget_yuan") is null
            ? null
            : FigureReader.ReadNumber(entry, "budget_yuan", BudgetMax, problems);
        decimal? minimum = entry.Find("minimum_payment_yuan") is null
            ? null
            : FigureReader.ReadNumber(entry, "minimum_payment_yuan", BudgetMax, problems);
        entry.RefuseUnknownKeys(problems);
        var ratesEntry = isDrawable ? scheme.Require("rates", problems) : scheme.Find("rates");
        var rates =
            ratesEntry is null ? null : RateTableReader.Read(ratesEntry, kind, basis, source, problems);
        var terms = scheme.Find("terms") is { } termsEntry
            ? TermsReader.Read(termsEntry, kind, basis, source, problems)
            : null;
        if (benefitDay is null || (isDrawable && rates is null)) return null;
        return new Rule(kind, benefitDay.Value, membership, rates, season, withheld)
        {
            Terms = terms,
            Snapshot = snapshot,
            MinimumPayment = minimum is { } least ? Money.FromExactYuan(least) : Money.Zero,
            Time = time ?? TimeRule.FullYear,
            Split = split,
            Budget = budget is { } yuan ? Money.FromExactYuan(yuan) : null,
        };
    }

    /// <summary>The register field of a key, or null after the problem was added.</summary>
    public static RegisterField? FieldOf(YamlEntry place, string? text, ProblemList problems)
    {
        foreach (var field in Enum.GetValues<RegisterField>())
        {
            if (WorkspaceProblem.CodeOf(field) == text) return field;
        }
        place.Malformed("field", Fields, Fields, problems);
        return null;
    }

    /// <summary>Month and day of <c>snapshot: 06-30</c>.</summary>
    private static (int Month, int Day) ReadSnapshot(YamlEntry entry, ProblemList problems)
    {
        if (entry.RequireText("snapshot", problems) is not { } text) return (1, 1);
        if (DateOnly.TryParseExact(
            $"{LeapYear}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day))
            return (day.Month, day.Day);
        entry.Find("snapshot")!.Malformed("snapshot", "形如 06-30 的月日", "a month and day like 06-30", problems);
        return (1, 1);
    }

    private static ImmutableArray<BeneficiaryPart> SplitOf(YamlEntry entry, ProblemList problems)
    {
        var parts = ImmutableArray.CreateBuilder<BeneficiaryPart>();
        foreach (var item in EntryList.Optional(entry, "split", problems))
        {
            string? code = item.RequireText("code", problems);
            string? chinese = item.RequireText("zh", problems), english = item.RequireText("en", problems);
            var rate = item.OptionalDecimal("yuan_per_mu", problems);
            item.RefuseUnknownKeys(problems);
            if (code is not null && chinese is not null && english is not null)
                parts.Add(new BeneficiaryPart(code, new BilingualText(chinese, english), rate));
        }
        return parts.ToImmutable();
    }

    private static Membership? ReadMembership(YamlEntry entry, ProblemList problems)
    {
        string? layer = entry.RequireText("layer", problems);
        var present = ImmutableArray.CreateBuilder<RegisterField>();
        foreach (var item in EntryList.Optional(entry, "present", problems))
        {
            if (FieldOf(item, item.Text, problems) is { } field) present.Add(field);
        }
        var values = ImmutableSortedDictionary.CreateBuilder<RegisterField, ImmutableArray<string>>();
        var where = entry.Find("where");
        foreach (var (key, words) in where?.Pairs ?? [])
        {
            var known = EntryList.Required(where!, key, problems);
            if (FieldOf(words, key, problems) is { } field)
                values[field] = [.. known.Select(word => word.Text).OfType<string>()];
        }
        entry.RefuseUnknownKeys(problems);
        return layer is null ? null : new Membership(layer, present.ToImmutable(), values.ToImmutable());
    }

    private static ImmutableArray<int> SeasonOf(YamlEntry entry, ProblemList problems)
    {
        var months = ImmutableArray.CreateBuilder<int>();
        foreach (var item in EntryList.Optional(entry, "season_months", problems))
        {
            bool isNumber = int.TryParse(item.Text, CultureInfo.InvariantCulture, out int month);
            if (isNumber && month is >= 1 and <= MonthsOfYear) months.Add(month);
            else item.Malformed("season_months", "1 至 12 的月份", "months from 1 to 12", problems);
        }
        return months.ToImmutable();
    }
}

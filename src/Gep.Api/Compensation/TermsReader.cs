using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Settlement;
using Gep.Accounting.Parameters;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Reads the terms of a scheme that settles on measured results: method and dated numbers.</summary>
internal static class TermsReader
{
    /// <summary>The terms, or null after their problems were added.</summary>
    public static SettlementTerms? Read(
        YamlEntry entry, RuleKind kind, LegalReference? basis, SourceRef? source, ProblemList problems)
    {
        var method = entry.RequireMember<SettlementMethod>("method", problems);
        if (method is { } known && !DrawSchedule.Fits(kind, known))
        {
            entry.Find("method")!.Malformed(
                "method", $"{WorkspaceProblem.CodeOf(kind)} 的方法",
                    $"a method of {WorkspaceProblem.CodeOf(kind)}",
                problems);
        }
        var periods = ImmutableArray.CreateBuilder<TermsPeriod>();
        foreach (var item in EntryList.Required(entry, "periods", problems))
        {
            if (PeriodOf(item, basis, source, problems) is { } period) periods.Add(period);
            item.RefuseUnknownKeys(problems);
        }
        entry.RefuseUnknownKeys(problems);
        WarnOfOverlaps(periods, problems);
        return method is null || periods.Count == 0
            ? null
            : new SettlementTerms(method.Value, periods.ToImmutable());
    }

    private static TermsPeriod? PeriodOf(
        YamlEntry item, LegalReference? basis, SourceRef? source, ProblemList problems)
    {
        var terms = RateTableReader.ReadTerms(item, basis, source, problems);
        var values = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach (var (key, _) in item.Find("values")?.Pairs ?? [])
        {
            if (item.Find("values")!.RequireDecimal(key, problems) is not { } value) continue;
            if (Math.Abs(value) <= SettlementItem.MeasureMax) values[key] = value;
            else item.Find("values")!.Find(key)!.Malformed(key, "合理的数", "a plausible number", problems);
        }
        var choices = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, _) in item.Find("choices")?.Pairs ?? [])
        {
            if (item.Find("choices")!.RequireText(key, problems) is { } word) choices[key] = word;
        }
        var payers = PayersOf(item, problems);
        var steps = StepsOf(item, problems);
        return terms is null
            ? null
            : new TermsPeriod(
                terms.From, terms.To, terms.CheckedUntil, terms.Status, terms.Document, terms.Source,
                values.ToImmutable(), choices.ToImmutable(), payers, steps, item.Place);
    }

    private static ImmutableArray<TermsPayer> PayersOf(YamlEntry item, ProblemList problems)
    {
        var payers = ImmutableArray.CreateBuilder<TermsPayer>();
        foreach (var payer in EntryList.Required(item, "payers", problems))
        {
            var layer = payer.RequireMember<PayerLayer>("payer", problems);
            var share = FigureReader.ReadNumber(payer, "share", SettlementItem.MeasureMax, problems);
            payer.RefuseUnknownKeys(problems);
            if (layer is not null && share is not null) payers.Add(new TermsPayer(layer.Value, share.Value));
        }
        return [.. payers.OrderBy(payer => payer.Payer)];
    }

    private static ImmutableArray<TermsStep> StepsOf(YamlEntry item, ProblemList problems)
    {
        var steps = ImmutableArray.CreateBuilder<TermsStep>();
        foreach (var step in EntryList.Optional(item, "steps", problems))
        {
            string kind = step.OptionalText("kind", problems) ?? "";
            var from = FigureReader.ReadNumber(step, "from", SettlementItem.MeasureMax, problems);
            var to = step.OptionalDecimal("to", problems);
            var value = FigureReader.ReadNumber(step, "value", SettlementItem.MeasureMax, problems);
            step.RefuseUnknownKeys(problems);
            if (from is not null && value is not null)
                steps.Add(new TermsStep(kind, from.Value, to, value.Value));
        }
        return [.. steps.OrderBy(step => step.Kind, StringComparer.Ordinal).ThenBy(step => step.From)];
    }

    private static void WarnOfOverlaps(ImmutableArray<TermsPeriod>.Builder periods, ProblemList problems)
    {
        for (int later = 1; later < periods.Count; later++)
        {
            foreach (var first in periods.Take(later).Where(first => first.Overlaps(periods[later])))
            {
                problems.Warn(WorkspaceProblemCode.RateIntervalsOverlap, periods[later].Place,
                    new($"有两个条款在同一日生效：{first}；{periods[later]}。",
                        $"Two sets of terms hold on one day: {first}; {periods[later]}."),
                    new("请为旧条款填写失效日期，或删除其一。",
                        "Give the older one its last day, or remove one."));
            }
        }
    }
}

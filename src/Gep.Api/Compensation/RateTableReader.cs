using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>
/// Reads the rates of a scheme: dimensions, and periods of rates with document, source and status.
/// </summary>
internal static class RateTableReader
{
    private const string AreaUnit = "yuan/mu/a";
    private const string PotUnit = "yuan/a";
    private const string Open = "open";
    private const string Unknown = "unknown";

    /// <summary>More than any budget of a city: a misplaced decimal point [yuan].</summary>
    private const decimal RateMax = 1e12m;

    /// <summary>The table, or null after its problems were added.</summary>
    public static RateTable? Read(
        YamlEntry entry, RuleKind kind, LegalReference? basis, SourceRef? source, ProblemList problems)
    {
        var unit = ReadUnit(entry, kind, problems);
        var dimensions = DimensionsOf(entry, problems);
        var rates = ImmutableArray.CreateBuilder<RateEntry>();
        var floors = ImmutableArray.CreateBuilder<RateEntry>();
        foreach (var period in EntryList.Required(entry, "periods", problems))
        {
            if (ReadTerms(period, basis, source, problems) is { } terms)
            {
                var rateItems = EntryList.Required(period, "rates", problems);
                var floorItems = EntryList.Optional(period, "floors", problems);
                rates.AddRange(EntriesOf(rateItems, terms, dimensions, problems));
                floors.AddRange(EntriesOf(floorItems, terms, dimensions, problems));
            }
            else
            {
                _ = (period.Find("rates"), period.Find("floors"));
            }
            period.RefuseUnknownKeys(problems);
        }
        entry.RefuseUnknownKeys(problems);
        WarnOfOverlaps(rates, problems);
        return unit is null || rates.Count == 0
            ? null
            : new RateTable(unit.Value, dimensions, rates.ToImmutable(), floors.ToImmutable());
    }

    private static Unit? ReadUnit(YamlEntry entry, RuleKind kind, ProblemList problems)
    {
        if (entry.RequireText("unit", problems) is not { } text) return null;
        string expected = kind == RuleKind.PoolAllocation ? PotUnit : AreaUnit;
        if (text == expected) return Unit.Of(text);
        problems.Refuse(WorkspaceProblemCode.UnitUnknown, entry.Find("unit")!.Place,
            new($"单位“{text}”不可用，此处应为 {expected}。",
                $"The unit '{text}' is not read here; it should be {expected}."),
            new($"请换算为 {expected}。", $"Convert the rates to {expected}."));
        return null;
    }

    private static ImmutableArray<RateDimension> DimensionsOf(YamlEntry entry, ProblemList problems)
    {
        var dimensions = ImmutableArray.CreateBuilder<RateDimension>();
        foreach (var item in EntryList.Optional(entry, "dimensions", problems))
        {
            string? name = item.RequireText("field", problems);
            var field = name is null ? null : RuleReader.FieldOf(item.Find("field")!, name, problems);
            var values = ImmutableArray.CreateBuilder<DimensionValue>();
            foreach (var value in EntryList.Required(item, "values", problems))
            {
                string? code = value.RequireText("code", problems);
                string? chinese = value.RequireText("zh", problems);
                string? english = value.RequireText("en", problems);
                value.RefuseUnknownKeys(problems);
                if (code is not null && chinese is not null && english is not null)
                    values.Add(new DimensionValue(code, new BilingualText(chinese, english)));
            }
            item.RefuseUnknownKeys(problems);
            if (field is not null) dimensions.Add(new RateDimension(field.Value, values.ToImmutable()));
        }
        return dimensions.ToImmutable();
    }

    /// <summary>
    /// What all rates of a period have in common; document and source default to the scheme's.
    /// </summary>
    public static RateEntry? ReadTerms(
        YamlEntry period, LegalReference? basis, SourceRef? source, ProblemList problems)
    {
        var from = period.RequireDate("from", problems);
        bool isToRead = TryReadDay(period, "to", Open, problems, out var to);
        bool isCheckedRead = TryReadDay(period, "checked_until", Unknown, problems, out var checkedUntil);
        var status = period.RequireMember<SchemeStatus>("status", problems);
        var document =
            period.Find("document") is { } own ? ReferenceReader.ReadDocument(own, problems) : basis;
        var seen =
            period.Find("source") is { } ownSource ? ReferenceReader.ReadSource(ownSource, problems) : source;
        if (to <= from)
        {
            problems.Refuse(WorkspaceProblemCode.RateIntervalEmpty, period.Place,
                new("失效日期不晚于生效日期。", "The rate ends on or before its first day."),
                new("请更正 from 或 to；to 是不再生效的第一天。",
                    "Correct from or to; to is the first day no longer in force."));
            return null;
        }
        if (from is null || !isToRead || !isCheckedRead || status is null || document is null || seen is null)
            return null;
        return new RateEntry(
            PayerLayer.Undetermined, ImmutableSortedDictionary<RegisterField, string>.Empty, 0m,
            from.Value, to, checkedUntil, status.Value, document, seen, period.Place);
    }

    /// <summary>A day, or the word that says there is none; one of the two must be written.</summary>
    private static bool TryReadDay(
        YamlEntry entry, string key, string absentWord, ProblemList problems, out DateOnly? day)
    {
        day = null;
        if (entry.RequireText(key, problems) is not { } text) return false;
        if (text == absentWord) return true;
        if (DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            day = parsed;
            return true;
        }
        entry.Find(key)!.Malformed(key, $"日期或 {absentWord}", $"a day or {absentWord}", problems);
        return false;
    }

    private static IEnumerable<RateEntry> EntriesOf(
        IReadOnlyList<YamlEntry> items,
        RateEntry terms,
        ImmutableArray<RateDimension> dimensions,
        ProblemList problems)
    {
        foreach (var item in items)
        {
            var payer = item.RequireMember<PayerLayer>("payer", problems);
            var value = FigureReader.ReadNumber(item, "value", RateMax, problems);
            var parcelClass = ClassOf(item, dimensions, problems);
            item.RefuseUnknownKeys(problems);
            if (payer is null || value is null) continue;
            yield return terms with
            {
                Payer = payer.Value,
                Class = parcelClass,
                Value = value.Value,
                Place = item.Place,
            };
        }
    }

    private static ImmutableSortedDictionary<RegisterField, string> ClassOf(
        YamlEntry item, ImmutableArray<RateDimension> dimensions, ProblemList problems)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<RegisterField, string>();
        foreach (var dimension in dimensions)
        {
            string key = WorkspaceProblem.CodeOf(dimension.Field);
            if (item.OptionalText(key, problems) is not { } text) continue;
            if (dimension.Values.Any(value => value.Code == text))
            {
                values[dimension.Field] = text;
                continue;
            }
            string known = string.Join(", ", dimension.Values.Select(value => value.Code));
            problems.Refuse(WorkspaceProblemCode.ClassValueUnknown, item.Find(key)!.Place,
                new($"{key} 的取值“{text}”未在 dimensions 中列出：{known}。",
                    $"The value '{text}' of {key} is not listed in dimensions: {known}."),
                new("请改正取值，或补充到 dimensions。", "Correct it, or add it to dimensions."));
        }
        return values.ToImmutable();
    }

    /// <summary>A draw on a day that two rates share refuses; otherwise it is trouble ahead.</summary>
    private static void WarnOfOverlaps(ImmutableArray<RateEntry>.Builder rates, ProblemList problems)
    {
        for (int later = 1; later < rates.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                var (first, second) = (rates[earlier], rates[later]);
                bool isOneRight = first.Payer == second.Payer && first.OverlapsInClass(second);
                if (!isOneRight || !first.OverlapsInTime(second)) continue;
                problems.Warn(WorkspaceProblemCode.RateIntervalsOverlap, second.Place,
                    new($"同一级、同一类别有两个标准在同一日生效：{first}；{second}。",
                        $"Two rates of one layer hold for one class on one day: {first}; {second}."),
                    new("请为旧标准填写失效日期，或删除其一。",
                        "Give the older one its last day, or remove one."));
            }
        }
    }
}

using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;
using Gep.Accounting.Valuation;

namespace Gep.Accounting.Accounts;

/// <summary>
/// Compiles the account of one region and year: extents, then quantities, then values, then the GEP.
/// </summary>
public static class CompileAccount
{
    /// <summary>1 万元 is 10⁴ yuan.</summary>
    private const decimal YuanPerTenThousand = 10_000m;

    /// <summary>
    /// The account. Values in force on the year's last day are taken. A profile that cannot be used gives an
    /// account without lines; a missing input gives a problem and no line. The order of extents changes
    /// nothing.
    /// </summary>
    /// <param name="year">The accounting year; statistics must be of it.</param>
    /// <param name="profile">Which services are booked, by which method and price.</param>
    /// <param name="extents">The extent account.</param>
    /// <param name="parameters">Parameters of the services.</param>
    /// <param name="unitValues">Prices.</param>
    /// <param name="statistics">Statistics of the year.</param>
    /// <param name="classification">Districts, types and services.</param>
    /// <param name="parametersOf">Year whose parameters are taken; null takes the accounting year's.</param>
    public static GepAccount For(
        AccountingYear year,
        Profile profile,
        ExtentTable extents,
        ParameterTable parameters,
        UnitValueTable unitValues,
        StatisticsTable statistics,
        Classification classification,
        AccountingYear? parametersOf = null)
    {
        var problems = ProfileCheck.Of(profile).ToList();
        var lines = ImmutableArray<AccountLine>.Empty;
        var missing = new MissingInputs();
        if (problems.All(problem => problem.Severity != ProblemSeverity.Refusal))
        {
            var prices = new PriceList(profile, unitValues, year);
            lines = Lines(year, parametersOf ?? year, profile, extents, parameters, statistics, missing,
                prices);
            problems.AddRange(missing.ToProblems(year));
            problems.AddRange(prices.Problems);
            problems.AddRange(AccountRemarks.Of(lines, classification));
        }
        var totals = AccountTotals.Of(
            lines, extents.Districts.Select(district => district.District), classification);
        ImmutableArray<NotAccounted> notAccounted = NotAccountedOf(profile, lines, missing);
        ImmutableArray<AccountCheck> checks =
        [
            .. AccountChecks.Of(lines, totals, extents),
            .. AccountRules.Of(profile, lines, notAccounted, problems),
        ];
        problems.AddRange(AccountChecks.ProblemsOf(checks));
        problems.AddRange(AccountRemarks.OfIndicators(extents, statistics, year));
        var official = extents.Districts.Aggregate(Area.Zero, (sum, district) => sum + district.Official);
        return new GepAccount(year, profile, lines, totals,
            [.. totals.ByDistrict.Select(total => IndicatorsOf(
                total.Key, total.Value, extents.FindDistrict(total.Key)!.Official, statistics))],
            IndicatorsOf(statistics.Region, totals.Gep, official, statistics),
            extents, checks, [.. problems])
        { NotAccounted = notAccounted };
    }

    private static ImmutableArray<NotAccounted> NotAccountedOf(
        Profile profile, ImmutableArray<AccountLine> lines, MissingInputs missing)
    {
        var noted = missing.ToNotAccounted().ToImmutableArray();
        var known = lines.Select(line => line.Service).Concat(noted.Select(one => one.Service)).ToHashSet();
        var rest = profile.Services.Where(entry => !known.Contains(entry.Service))
            .OrderBy(entry => entry.Service)
            .Select(entry => entry.Role == ServiceRole.Off
                ? new NotAccounted(entry.Service, NotAccountedReason.SwitchedOff, "", [],
                    entry.Reason ?? new("方案未列", "not in the profile"))
                : new NotAccounted(entry.Service, NotAccountedReason.WithoutExtent, "", [],
                    new("本地区没有提供此服务的生态系统", "no ecosystem of the region supplies it")));
        return [.. noted, .. rest];
    }

    private static ImmutableArray<AccountLine> Lines(
        AccountingYear year,
        AccountingYear parametersOf,
        Profile profile,
        ExtentTable extents,
        ParameterTable parameters,
        StatisticsTable statistics,
        MissingInputs missing,
        PriceList prices)
    {
        var lines = new List<AccountLine>();
        foreach (var entry in profile.Services.Where(entry => entry.Role != ServiceRole.Off))
        {
            var method = ServiceMethods.Find(entry.Service, entry.Method!)!;
            var inputs = new ServiceInputs(
                year, entry.Service, extents, parameters, statistics, missing)
            {
                ParametersOf = parametersOf,
            };
            foreach (var quantity in method.Quantities(inputs))
            {
                if (prices.Find(quantity) is { } unitValue)
                    lines.Add(LineOf(entry, quantity, unitValue));
                else
                    missing.NotePrice(entry.Service, quantity.Price ?? quantity.Item, quantity.District);
            }
        }
        return [.. lines
            .OrderBy(line => line.District)
            .ThenBy(line => line.Service)
            .ThenBy(line => line.Item, StringComparer.Ordinal)
            .ThenBy(line => line.EcosystemType?.ToString() ?? "", StringComparer.Ordinal)];
    }

    private static AccountLine LineOf(ProfileService entry, ServiceQuantity quantity, UnitValue unitValue)
    {
        double raw = quantity.Amount.Amount;
        var booked = PhysicalQuantity.Of(
            quantity.MayBeNegative ? raw : Math.Max(0.0, raw), quantity.Amount.Unit);
        var price = quantity.DerivedPrice?.From ?? [];
        var flags = new SortedSet<AccountFlag>(quantity.Flags);
        if (raw < 0 && !quantity.MayBeNegative) flags.Add(AccountFlag.Clamped);
        bool isLow = quantity.Amount.IsLowConfidence || price.Any(number => number.IsLowConfidence)
            || unitValue.Source.Confidence == Confidence.Low;
        if (isLow) flags.Add(AccountFlag.LowConfidence);
        var leaves = LineInputs.Leaves(quantity.Amount).Concat(price.SelectMany(LineInputs.Leaves));
        if (leaves.Any(number => number.IsRegionWide)) flags.Add(AccountFlag.RegionWideInput);
        string type = quantity.EcosystemType?.ToString().Replace('/', '-') ?? "all";
        return new AccountLine(
            $"{quantity.District}:{entry.Service}:{quantity.Item}:{type}",
            quantity.District, entry.Service, quantity.Item, quantity.EcosystemType, quantity.Extent,
            booked, unitValue, ServiceValue.Of(booked, unitValue), entry.Role == ServiceRole.Booked,
            [.. flags], quantity.Amount, price)
        { PriceFormula = quantity.DerivedPrice?.Formula };
    }

    private static DistrictIndicators IndicatorsOf(
        DistrictCode district, Money gep, Area officialArea, StatisticsTable statistics) => new(
        district, gep, officialArea,
        statistics.Find(district, "population")?.Value,
        statistics.Find(district, "gdp")?.Value * YuanPerTenThousand);
}

using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;
using Gep.Accounting.Statistics;

namespace Gep.Accounting.Accounts;

/// <summary>What a reader of an account should know although nothing is wrong.</summary>
internal static class AccountRemarks
{
    public static IEnumerable<AccountingProblem> Of(
        ImmutableArray<AccountLine> lines, Classification classification)
    {
        foreach (var service in lines.GroupBy(line => line.Service).OrderBy(group => group.Key))
        {
            var places = service.SelectMany(LowConfidencePlaces).Distinct(StringComparer.Ordinal).ToList();
            if (places.Count == 0) continue;
            places.Sort(StringComparer.Ordinal);
            yield return new AccountingProblem(
                AccountingProblemCode.LowConfidenceInput, ProblemSeverity.Remark, service.Key.ToString(),
                new($"{service.Key} 使用了 {places.Count} 个低可信度输入：{string.Join("、", places)}。",
                    $"{service.Key} rests on {places.Count} inputs of low confidence: "
                        + $"{string.Join(", ", places)}."),
                new("正式使用前请换成经核实的数值。", "Replace them with verified values before official use."));
        }
        bool hasProducts = lines.Any(line => line.Booked
            && classification.Find(line.Service)?.Group == ServiceGroup.Provisioning);
        if (hasProducts)
        {
            yield return new AccountingProblem(
                AccountingProblemCode.ImportsNotDeducted, ProblemSeverity.Remark, "rule G10",
                new("物质供给未扣除区域外投入（饲料、鱼苗等）。",
                    "Products are booked without deducting inputs from outside, such as feed and fry."),
                new("有数据时请在生态系统份额中扣除。", "Deduct them in the ecosystem's share where data allow."));
        }
    }

    /// <summary>Population and GDP that are not there; their ratios are then absent, not zero.</summary>
    public static IEnumerable<AccountingProblem> OfIndicators(
        ExtentTable extents, StatisticsTable statistics, AccountingYear year)
    {
        foreach (string indicator in new[] { "population", "gdp" })
        {
            var without = extents.Districts.Select(district => district.District)
                .Append(statistics.Region)
                .Where(district => statistics.Find(district, indicator) is null)
                .ToImmutableArray();
            if (without.IsEmpty) continue;
            yield return new AccountingProblem(
                AccountingProblemCode.InputMissing, ProblemSeverity.Remark, $"statistics/{indicator} {year}",
                new($"缺少 {indicator}，相应的人均或占比指标空缺：{string.Join("、", without)}。",
                    $"No {indicator}, so the ratio to it is absent in {string.Join(", ", without)}."),
                new("请补充该数据及来源。", "Add it with its source."));
        }
    }

    private static IEnumerable<string> LowConfidencePlaces(AccountLine line)
    {
        foreach (var input in LineInputs.Of(line))
        {
            if (input.Source?.Confidence == Confidence.Low && input.Place is not null)
                yield return input.Place;
        }
        if (line.Price.IsEmpty && line.UnitValue.Source.Confidence == Confidence.Low)
            yield return line.UnitValue.Place;
    }
}

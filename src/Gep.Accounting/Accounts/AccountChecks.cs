using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Accounts;

/// <summary>
/// The rules and invariants of an account, run with every result. Source: [METHODS] §3.2, §8.
/// </summary>
internal static class AccountChecks
{
    /// <summary>Sums of areas may differ by rounding of doubles: one part in 10⁹, at least 1 m².</summary>
    private const double AreaTolerance = 1e-9;

    private const double SquareMetresLeast = 1.0;

    /// <summary>A share of the total is printed to 0.1 %.</summary>
    private const double ShareTolerance = 0.1;

    private const double PerCent = 100.0;

    /// <summary>Rule G6. Layers of named water and of ecosystems may differ, so it warns only.</summary>
    private const string NamedWaterCheck = "G6";

    private static readonly ImmutableArray<EcosystemTypeCode> NamedTypes =
        [NationalTypes.Lake, NationalTypes.Reservoir];

    public static ImmutableArray<AccountCheck> Of(
        ImmutableArray<AccountLine> lines, AccountTotals totals, ExtentTable extents)
    {
        var booked = lines.Where(line => line.Booked).ToImmutableArray();
        decimal byDistrict = totals.ByDistrict.Sum(total => total.Value.Yuan);
        decimal byService = totals.ByService.Sum(total => total.Value.Yuan);
        decimal byType = totals.ByEcosystemType.Sum(total => total.Value.Yuan);
        decimal byGroup = totals.ByGroup.Sum(total => total.Value.Yuan);
        decimal gep = totals.Gep.Yuan;
        return
        [
            Areas("M3", new("各类面积与未覆盖面积之和等于区面积", "types and the uncovered rest add up to the district"),
                extents.Districts.Select(district => ExtentGap(extents, district))),
            Areas(NamedWaterCheck,
                new("命名水体不超出其类型面积", "named water bodies stay within the extent of their type"),
                extents.Districts.SelectMany(
                    district => NamedTypes.Select(type => NamedExcess(extents, district, type)))),
            Yuan("G7", new("按服务、按类型、按区合计一致", "sums by service, by type and by district agree"),
                Math.Max(Math.Abs(byService - byType), Math.Abs(byService - byDistrict))),
            Yuan("I1", new("各区合计等于总值", "districts add up to the GEP"), byDistrict - gep),
            Yuan("I2", new("按服务合计等于按类型合计", "services and ecosystem types add up alike"), byService - byType),
            Yuan("I4", new("每行价值等于实物量乘单价", "each value is its quantity times its unit value"),
                lines.Sum(line => Math.Abs(ValueAgain(line) - line.Value.Yuan))),
            Yuan("I5", new("三大类合计等于总值", "the three groups add up to the GEP"), byGroup - gep),
            Shares(totals),
            Yuan("I7", new("计入价值不为负", "no booked value is negative"),
                booked.Sum(line => Math.Min(0m, line.Value.Yuan))),
            Yuan("I8", new("明细合计等于总值", "the lines add up to the GEP"),
                booked.Sum(line => line.Value.Yuan) - gep),
            Sources(lines),
        ];
    }

    /// <summary>The problem of each check that failed; the check of a profile tells of double counting
    /// itself.</summary>
    public static IEnumerable<AccountingProblem> ProblemsOf(IEnumerable<AccountCheck> checks) => checks
        .Where(check => !check.Passed && check.Code != AccountRules.DoubleCounting)
        .Select(check => new AccountingProblem(
            check.Code == NamedWaterCheck
                ? AccountingProblemCode.WaterBodyBeyondExtent
                : AccountingProblemCode.AccountNotClosed,
            check.Code == NamedWaterCheck ? ProblemSeverity.Warning : ProblemSeverity.Refusal,
            $"check {check.Code}",
            new($"检查 {check.Code} 未通过：{check.Title.Chinese}，残差 {check.Residual:R} {check.Unit}。",
                $"Check {check.Code} failed: {check.Title.English}; "
                    + $"residual {check.Residual:R} {check.Unit}."),
            check.Unit == Unit.Of("yuan") || check.Unit == Unit.Of("m²")
                ? new("请检查面积表与水体图层。", "Check the extents and the layers of water bodies.")
                : new("请检查方案与其输入。", "Check the profile and its inputs.")));

    private static (double Residual, double Tolerance) ExtentGap(ExtentTable extents, DistrictExtent district)
    {
        double covered = extents.In(district.District).Sum(extent => extent.Area.SquareMetres);
        double measured = district.Measured.SquareMetres;
        return (Math.Abs(covered + district.Uncovered.SquareMetres - measured),
            Math.Max(SquareMetresLeast, measured * AreaTolerance));
    }

    private static (double Residual, double Tolerance) NamedExcess(
        ExtentTable extents, DistrictExtent district, EcosystemTypeCode type)
    {
        double extent = extents.AreaWithin(district.District, type).SquareMetres;
        double named = extents.NamedWithin(district.District, type).SquareMetres;
        return (Math.Max(0.0, named - extent), Math.Max(SquareMetresLeast, extent * AreaTolerance));
    }

    private static AccountCheck Areas(
        string code, BilingualText title, IEnumerable<(double Residual, double Tolerance)> gaps)
    {
        var all = gaps.ToImmutableArray();
        return new AccountCheck(
            code, title, all.Select(gap => gap.Residual).DefaultIfEmpty().Max(), Unit.Of("m²"),
            all.All(gap => gap.Residual <= gap.Tolerance));
    }

    private static decimal ValueAgain(AccountLine line) =>
        Valuation.ServiceValue.Of(line.PhysicalQuantity, line.UnitValue).Yuan;

    private static AccountCheck Yuan(string code, BilingualText title, decimal residual) =>
        new(code, title, (double)residual, Unit.Of("yuan"), residual == 0m);

    private static AccountCheck Shares(AccountTotals totals)
    {
        double gep = (double)totals.Gep.Yuan;
        double shares = gep == 0 ? PerCent : totals.ByService.Sum(
            total => Math.Round(PerCent * (double)total.Value.Yuan / gep, 2, MidpointRounding.AwayFromZero));
        return new AccountCheck("I6", new("份额合计为 100 %", "shares add up to 100 %"),
            Math.Round(shares - PerCent, 2, MidpointRounding.AwayFromZero), Unit.Of("%"),
            Math.Abs(shares - PerCent) <= ShareTolerance);
    }

    private static AccountCheck Sources(ImmutableArray<AccountLine> lines)
    {
        int without = lines.Count(line => line.UnitValue.Source.Key.Length == 0
            || LineInputs.Of(line).Any(input => input.Place is null));
        return new AccountCheck("I9", new("每个输入都有来源或位置", "each input has a source or a place"), without,
            Unit.Of("line"), without == 0);
    }
}

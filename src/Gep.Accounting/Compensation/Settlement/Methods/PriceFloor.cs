using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>A top-up to a guaranteed price per kWh.</summary>
/// <remarks>
/// <c>top-up = max(0, p·E − o)</c>; gross <c>= p·E</c>.<br/>
/// E output [kWh]; p floor price [yuan/kWh]; o income from other sources [yuan].<br/>
/// Source: [XIANG2020]; the unit is printed per kW and read per kWh.
/// </remarks>
internal static class PriceFloor
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PriceSupport, ["floor_price"], ["kwh", "other_income"], SettlementFormula.Each(Settle));

    private static SettledAmount? Settle(SettlementCase one)
    {
        decimal kwh = one.Measure("kwh"), other = one.Measure("other_income");
        if (kwh < 0 || other < 0) return null;
        decimal gross = one.Value("floor_price") * kwh;
        return new SettledAmount(Math.Max(0, gross - other), "max(0, p · E − o)")
        {
            Facts =
            [
                new LineFact("gross", new("保底收入", "guaranteed income"), gross, Unit.Of("yuan"), true),
                new LineFact("other_income", new("其他收入", "other income"), other, Unit.Of("yuan"), true),
                new LineFact("kwh", new("发电量", "output"), kwh, Unit.Of("kWh"), true),
            ],
        };
    }
}

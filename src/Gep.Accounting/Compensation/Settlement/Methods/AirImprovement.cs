namespace Gep.Accounting.Compensation.Settlement.Methods;

/// <summary>Yearly improvement of PM10 and PM2.5 between province and prefecture.</summary>
/// <remarks>
/// <c>M = (A₋₁ − A)·m·k + (B₋₁ − B)·m·k</c>.<br/>
/// A PM10, B PM2.5 annual means [µg/m³]; m [yuan/(µg/m³)]; k [1]; M [yuan], negative when air got worse.<br/>
/// Source: [HBAIR2018].
/// </remarks>
internal static class AirImprovement
{
    public static SettlementFormula Formula { get; } = new(
        RuleKind.PerformanceSettlement,
        ["m", "k"],
        ["pm10_previous", "pm10", "pm25_previous", "pm25"],
        SettlementFormula.Each(Settle));

    private static SettledAmount Settle(SettlementCase one)
    {
        decimal drop = one.Measure("pm10_previous") - one.Measure("pm10")
            + one.Measure("pm25_previous") - one.Measure("pm25");
        decimal yuan = drop * one.Value("m") * one.Value("k");
        return new SettledAmount(yuan, "((A₋₁ − A) + (B₋₁ − B)) · m · k")
        {
            Facts = [.. RewardAndPenalty.Of(yuan)],
        };
    }
}

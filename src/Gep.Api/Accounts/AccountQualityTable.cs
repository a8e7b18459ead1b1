using System.Globalization;
using Gep.Accounting.Accounts;
using Spectre.Console;

namespace Gep.Api.Accounts;

/// <summary>Prints how far an account can be trusted: ranges by service, bands of published figures, and what
/// it does not hold.</summary>
internal static class AccountQualityTable
{
    private const decimal YuanPerHundredMillion = 100_000_000m;

    /// <summary>Prints the tables.</summary>
    public static void Write(IAnsiConsole console, AccountReport report)
    {
        console.Write(Ranges(console, report));
        if (!report.Bands.IsEmpty) console.Write(Bands(console, report));
        if (!report.Account.NotAccounted.IsEmpty) console.Write(Absent(console, report));
    }

    private static Table Absent(IAnsiConsole console, AccountReport report)
    {
        var table = AccountTable.New(
            console, "未核算 not accounted", "服务 service", "原因 reason", "部分 part", "区 districts");
        foreach (var one in report.Account.NotAccounted)
        {
            string why = one.IsByDesign ? one.Why.ToString() : NotAccountedText.NameOf(one.Reason);
            AccountTable.Row(table, report.NameOf(one.Service).ToString(), why,
                one.Part.Length == 0 ? "全部 all" : one.Part,
                one.Districts.IsEmpty ? "全域 whole" : string.Join(' ', one.Districts));
        }
        return table;
    }

    private static Table Ranges(IAnsiConsole console, AccountReport report)
    {
        var table = AccountTable.New(
            console, "不确定性 low, central and high (亿元)", "服务 service", "低 low", "中 central", "高 high",
            "最差等级 worst grade", "低可信度行 lines of low confidence");
        foreach (var one in ServiceRange.Of(report.Account))
        {
            AccountTable.Row(table, report.NameOf(one.Service).ToString(), Text(one.Low.Yuan),
                Text(one.Central.Yuan),
                Text(one.High.Yuan), one.Grade.ToString(), $"{one.LowConfidenceLines} / {one.Lines}");
        }
        return table;
    }

    private static Table Bands(IAnsiConsole console, AccountReport report)
    {
        var table = AccountTable.New(
            console, "合理区间 bands of published figures", "指标 figure", "本账户 here", "区间 band", "结果 result");
        foreach (var result in report.Bands)
        {
            AccountTable.Row(table, result.Band.Name.ToString(),
                result.Value.ToString("0.###", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture,
                    $"{result.Band.Low:0.##} – {result.Band.High:0.##}"),
                result.IsInside ? "在内 inside" : "在外 OUTSIDE");
        }
        return table;
    }

    private static string Text(decimal yuan) =>
        Math.Round(yuan / YuanPerHundredMillion, 2, MidpointRounding.AwayFromZero)
            .ToString("N2", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Gep.Accounting.Accounts;
using Spectre.Console;

namespace Gep.Api.Accounts;

/// <summary>Prints a comparison for people: T1, T2 and T10 with indices and checks.</summary>
internal static class ComparisonTable
{
    private const decimal YuanPerHundredMillion = 100_000_000m;
    private const int ConversionsShown = 20;
    private const int LinesShown = 10;

    /// <summary>Prints to a console.</summary>
    public static void Write(IAnsiConsole console, ComparisonReport report)
    {
        var comparison = report.Comparison;
        console.WriteLine();
        console.Write(new Text(
            $"{report.Opening.Workspace}  {comparison.Opening.Year} → {comparison.Closing.Year}  "
            + $"{comparison.Closing.Profile.Id}"));
        console.WriteLine();
        foreach (string file in report.Moved)
        {
            console.Write(new Text($"  假设文件 what-if file: {file}"));
            console.WriteLine();
        }
        console.Write(Services(console, report));
        console.Write(Districts(console, report));
        console.Write(Extents(console, report));
        if (comparison.Matrix is not null) console.Write(Conversions(console, report));
        console.Write(Largest(console, report));
        Indices(console, comparison);
        console.Write(Checks(console, comparison));
    }

    private static Table Services(IAnsiConsole console, ComparisonReport report)
    {
        var table = Effects(console, "按服务 by service (亿元)", "服务 service");
        foreach (var one in report.Comparison.ByService)
            Row(table, report.Closing.NameOf(one.Key).ToString(), one);
        Row(table, "总值 GEP", report.Comparison.Total);
        return table;
    }

    private static Table Districts(IAnsiConsole console, ComparisonReport report)
    {
        var table = Effects(console, "按区 by district (亿元)", "区 district");
        foreach (var one in report.Comparison.ByDistrict)
            Row(table, $"{one.Key} {report.Closing.NameOf(one.Key)}", one);
        return table;
    }

    private static Table Effects(IAnsiConsole console, string title, string first) => AccountTable.New(
        console, title, first, "期初 opening", "期末现价 closing", "期末不变价 constant", "变化 change",
        "面积 area", "强度 intensity", "价格 price", "方法 method");

    private static void Row<TKey>(Table table, string name, ChangeOf<TKey> one) => AccountTable.Row(
        table, name, Text(one.Opening.Yuan), Text(one.Closing.Yuan), Text(one.ConstantClosing.Yuan),
        Text((one.Closing - one.Opening).Yuan), Text(one.Effects.Area.Yuan), Text(one.Effects.Intensity.Yuan),
        Text(one.Effects.Price.Yuan), Text(one.Effects.Method.Yuan));

    private static Table Extents(IAnsiConsole console, ComparisonReport report)
    {
        var table = AccountTable.New(
            console, "生态系统面积 extents (km²)", "类型 type", "期初 opening", "期末 closing", "变化 change");
        var opening = report.Comparison.Opening.Extents.Extents.ToLookup(extent => extent.Type);
        var closing = report.Comparison.Closing.Extents.Extents.ToLookup(extent => extent.Type);
        foreach (var type in opening.Select(group =>
            group.Key).Union(closing.Select(group => group.Key)).Order())
        {
            double before = opening[type].Sum(extent => extent.Area.SquareKilometres);
            double after = closing[type].Sum(extent => extent.Area.SquareKilometres);
            AccountTable.Row(table, $"{type} {report.Closing.NameOf(type)}", Area(before), Area(after),
                Area(after - before));
        }
        return table;
    }

    private static Table Conversions(IAnsiConsole console, ComparisonReport report)
    {
        var table = AccountTable.New(
            console, "转移（最大者） largest conversions (km²)", "区 district", "由 from", "到 to", "面积 area");
        foreach (var change in report.Comparison.Matrix!.Conversions.Take(ConversionsShown))
        {
            AccountTable.Row(table, $"{change.District} {report.Closing.NameOf(change.District)}",
                change.From?.ToString() ?? "未覆盖 uncovered", change.To?.ToString() ?? "未覆盖 uncovered",
                Area(change.Area.SquareKilometres));
        }
        return table;
    }

    private static Table Largest(IAnsiConsole console, ComparisonReport report)
    {
        var table = AccountTable.New(
            console, "变化最大的行 lines that moved most (10⁴ yuan)", "编号 id", "变化 change", "面积 area",
            "强度 intensity", "价格 price", "方法 method");
        foreach (var line in report.Comparison.Lines
            .Where(line => line.Change.Yuan != 0)
            .OrderByDescending(line => Math.Abs(line.Change.Yuan))
            .ThenBy(line => line.Id, StringComparer.Ordinal)
            .Take(LinesShown))
        {
            var effects = line.Effects;
            AccountTable.Row(table, line.Id, TenThousand(line.Change.Yuan), TenThousand(effects.Area.Yuan),
                TenThousand(effects.Intensity.Yuan), TenThousand(effects.Price.Yuan),
                TenThousand(effects.Method.Yuan));
        }
        return table;
    }

    private static void Indices(IAnsiConsole console, AccountComparison comparison)
    {
        if (comparison.Indices is not { } index) return;
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"指数 indices: Laspeyres Q {index.LaspeyresQuantity:F6} P {index.LaspeyresPrice:F6}, "
            + $"Paasche Q {index.PaascheQuantity:F6} P {index.PaaschePrice:F6}, "
            + $"Fisher Q {index.FisherQuantity:F6} P {index.FisherPrice:F6}")));
        console.WriteLine();
    }

    private static Table Checks(IAnsiConsole console, AccountComparison comparison)
    {
        var table = AccountTable.New(console, "检查 checks", "检查 check", "残差 residual", "结果 result");
        foreach (var check in comparison.Checks)
        {
            AccountTable.Row(table, $"{check.Code} {check.Title}",
                $"{check.Residual.ToString("G6", CultureInfo.InvariantCulture)} {check.Unit}",
                check.Passed ? "通过 passed" : "未通过 FAILED");
        }
        return table;
    }

    private static string Area(double squareKilometres) =>
        squareKilometres.ToString("N3", CultureInfo.InvariantCulture);

    private static string Text(decimal yuan) =>
        Math.Round(yuan / YuanPerHundredMillion, 4, MidpointRounding.AwayFromZero)
            .ToString("N4", CultureInfo.InvariantCulture);

    private static string TenThousand(decimal yuan) =>
        Math.Round(yuan / 10_000m, 2, MidpointRounding.AwayFromZero).ToString(
            "N2", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using Spectre.Console;

namespace Gep.Api.Accounts;

/// <summary>Prints an account for people: totals, districts, extents, checks and problems.</summary>
internal static class AccountTable
{
    /// <summary>1 亿元 is 10⁸ yuan.</summary>
    private const decimal YuanPerHundredMillion = 100_000_000m;

    /// <summary>1 万元 is 10⁴ yuan.</summary>
    private const decimal YuanPerTenThousand = 10_000m;

    private const decimal PerCent = 100m;

    /// <summary>Columns of a pipe or a file, which has no width of its own.</summary>
    private const int PlainWidth = 150;

    private const string Absent = "–";

    /// <summary>Prints to a console; without colour and box drawing where it is no terminal.</summary>
    public static void Write(IAnsiConsole console, AccountReport report)
    {
        var account = report.Account;
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = PlainWidth;
        console.WriteLine();
        console.Write(
            new Text($"{report.Workspace}  {account.Year}  {account.Profile.Id} {account.Profile.Name}"));
        console.WriteLine();
        console.Write(new Text($"GEP {HundredMillion(account.Totals.Gep.Yuan)} 亿元 (10⁸ yuan)"));
        console.WriteLine();
        console.Write(Services(console, report));
        console.Write(Types(console, report));
        console.Write(Districts(console, report));
        console.Write(Extents(console, report));
        console.Write(Checks(console, account));
        AccountQualityTable.Write(console, report);
        Problems(console, report);
    }

    private static Table Services(IAnsiConsole console, AccountReport report)
    {
        var totals = report.Account.Totals;
        var table = New(console, "按服务 by service", "服务 service", "价值量 value (亿元)", "份额 share (%)",
            "低可信度 low confidence (%)");
        var byCode = totals.ByService.ToDictionary(total => total.Key, total => total.Value.Yuan);
        foreach (var service in report.Classification.Services)
        {
            if (byCode.TryGetValue(service.Code, out decimal yuan))
                Row(table, service.Name.ToString(), HundredMillion(yuan), Share(yuan, totals),
                    Low(line => line.Booked && line.Service == service.Code));
        }
        Row(table, "总值 GEP", HundredMillion(totals.Gep.Yuan), Share(totals.Gep.Yuan, totals),
            Low(line => line.Booked));
        foreach (var memorandum in totals.Memorandum)
        {
            Row(table, $"备查 memorandum: {report.NameOf(memorandum.Key)}",
                HundredMillion(memorandum.Value.Yuan), Absent,
                Low(line => !line.Booked && line.Service == memorandum.Key));
        }
        return table;

        string Low(Func<AccountLine, bool> isOf) =>
            AccountReport.LowShare([.. report.Account.Lines.Where(isOf)]) is { } share
                ? Number(share, "N2") : Absent;
    }

    private static Table Types(IAnsiConsole console, AccountReport report)
    {
        var totals = report.Account.Totals;
        var table = New(console, "按生态系统类型 by ecosystem type", "类型 type", "价值量 value (亿元)", "份额 share (%)");
        foreach (var total in totals.ByEcosystemType)
        {
            Row(table, report.NameOf(total.Key).ToString(), HundredMillion(total.Value.Yuan),
                Share(total.Value.Yuan, totals));
        }
        return table;
    }

    private static Table Districts(IAnsiConsole console, AccountReport report)
    {
        var table = New(
            console, "按区 by district", "区 district", "GEP (亿元)", "万元/km² (10⁴ yuan)", "元/人 yuan/head",
            "GEP/GDP");
        foreach (var one in report.Account.Indicators.Append(report.Account.Region))
        {
            string name = one.District == report.Account.Region.District
                ? $"{one.District} 全域 whole" : $"{one.District} {report.NameOf(one.District)}";
            Row(table, name, HundredMillion(one.Gep.Yuan),
                one.YuanPerSquareKilometre is { } area ? Number(area / YuanPerTenThousand, "N0") : Absent,
                one.YuanPerHead is { } perHead ? Number(perHead, "N0") : Absent,
                one.GepToGdp is { } ratio ? Number(ratio, "N3") : Absent);
        }
        return table;
    }

    private static Table Extents(IAnsiConsole console, AccountReport report)
    {
        var extents = report.Account.Extents;
        var table = New(console, "生态系统面积 extents", "类型 type", "面积 area (km²)", "图斑 parcels");
        foreach (var type in extents.Extents.GroupBy(extent => extent.Type).OrderBy(group => group.Key))
        {
            Row(table, $"{type.Key} {report.NameOf((EcosystemTypeCode?)type.Key)}",
                Number((decimal)type.Sum(extent => extent.Area.SquareKilometres), "N2"),
                Number(type.Sum(extent => extent.Parcels), "N0"));
        }
        Row(table, "未覆盖 uncovered",
            Number((decimal)extents.Districts.Sum(district => district.Uncovered.SquareKilometres), "N2"),
            Absent);
        Row(table, "合计 total",
            Number((decimal)extents.Districts.Sum(one => one.Measured.SquareKilometres), "N2"),
            Number(extents.Extents.Sum(extent => extent.Parcels), "N0"));
        return table;
    }

    private static Table Checks(IAnsiConsole console, GepAccount account)
    {
        var table = New(console, "检查 checks", "检查 check", "残差 residual", "结果 result");
        foreach (var check in account.Checks)
        {
            Row(table, $"{check.Code} {check.Title}",
                $"{check.Residual.ToString("G6", CultureInfo.InvariantCulture)} {check.Unit}",
                check.Passed ? "通过 passed" : "未通过 FAILED");
        }
        return table;
    }

    private static void Problems(IAnsiConsole console, AccountReport report)
    {
        var problems = report.Problems.ToList();
        console.Write(new Text($"问题 problems: {Count(ProblemSeverity.Refusal)} 拒绝 refusals, "
            + $"{Count(ProblemSeverity.Warning)} 警告 warnings, {Count(ProblemSeverity.Remark)} 备注 remarks"));
        console.WriteLine();
        foreach (var problem in problems.Where(problem => problem.Severity != ProblemSeverity.Remark))
        {
            console.Write(new Text($"  {problem.Code}: {problem.Text} {problem.Remedy} [{problem.Where}]"));
            console.WriteLine();
        }
        foreach (var remarks in problems.Where(problem => problem.Severity == ProblemSeverity.Remark)
            .GroupBy(problem => problem.Code))
        {
            console.Write(new Text($"  {remarks.Key} × {remarks.Count()}: "
                + string.Join(", ", remarks.Select(remark => remark.Where))));
            console.WriteLine();
        }

        int Count(ProblemSeverity severity) => problems.Count(problem => problem.Severity == severity);
    }

    internal static Table New(IAnsiConsole console, string title, params string[] headings)
    {
        var table = new Table
        {
            Title = new TableTitle(Markup.Escape(title)),
            Border = console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii,
        };
        for (int i = 0; i < headings.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(headings[i]));
            table.AddColumn(i == 0 ? column.LeftAligned() : column.RightAligned());
        }
        return table;
    }

    internal static void Row(Table table, params string[] cells) =>
        table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Share(decimal yuan, AccountTotals totals) =>
        totals.Gep.Yuan == 0 ? Absent : Number(PerCent * yuan / totals.Gep.Yuan, "N2");

    private static string HundredMillion(decimal yuan) => Number(yuan / YuanPerHundredMillion, "N2");

    /// <summary>Rounds half away from zero before it is printed, whatever the format's own rule.</summary>
    private static string Number(decimal value, string format)
    {
        int decimals = int.Parse(format.AsSpan(1), CultureInfo.InvariantCulture);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString(
            format, CultureInfo.InvariantCulture);
    }
}

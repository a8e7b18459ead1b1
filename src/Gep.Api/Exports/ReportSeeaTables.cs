using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Api.Accounts;

namespace Gep.Api.Exports;

/// <summary>SEEA EA tables of an account: extent account, supply and use. Source: [SEEA].</summary>
internal static class ReportSeeaTables
{
    /// <summary>Sums of doubles differ in their last digits only.</summary>
    private const int ResidualDecimals = 3;

    private const string Government = "政府 government";
    private const string Households = "住户 households";
    private const string Industry = "农林牧渔业 agriculture, forestry, fishery";

    private static readonly ImmutableArray<string> MadeByPeople = ["CRO", "URB", "WET/pond", "WET/reservoir"];

    private static readonly ImmutableArray<string> Users = [Industry, Government, Households];

    /// <summary>S1: opening extent, managed and unmanaged expansion and reduction, closing extent
    /// [hm²].</summary>
    public static ReportTable Extent(ComparisonReport report)
    {
        var changes = report.Comparison.Matrix!.Changes;
        var types = changes.SelectMany(change => new[] { change.From, change.To }).Distinct()
            .OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal);
        return new ReportTable("S1", new("SEEA 面积账户（公顷）", "SEEA extent account (hm²)"),
            [
                "类型 type", "期初 opening", "人为扩张 managed expansion", "自然扩张 unmanaged expansion",
                "人为缩减 managed reduction", "自然缩减 unmanaged reduction", "净变化 net", "期末 closing",
            ],
            [.. types.Select(type => ExtentRow(report, changes, type))])
        {
            Note = "一方为农田、城市绿地、坑塘、水库或未覆盖地的转换记为人为 a conversion is managed where either side is "
                + "cropland, urban green, pond, reservoir or uncovered",
        };
    }

    private static ImmutableArray<ReportCell> ExtentRow(
        ComparisonReport report, IReadOnlyCollection<ExtentChange> changes, EcosystemTypeCode? type)
    {
        double opening = Sum(changes.Where(change => change.From == type));
        var more = changes.Where(change => change.To == type && change.From != type).ToLookup(IsManaged);
        var less = changes.Where(change => change.From == type && change.To != type).ToLookup(IsManaged);
        double net = more.Sum(Sum) - less.Sum(Sum);
        return
        [
            ReportCell.Of(type is null ? "未覆盖 uncovered" : report.Closing.NameOf(type).ToString()),
            ReportCell.Of(opening), ReportCell.Of(Sum(more[true])), ReportCell.Of(Sum(more[false])),
            ReportCell.Of(Sum(less[true])), ReportCell.Of(Sum(less[false])), ReportCell.Of(net),
            ReportCell.Of(opening + net),
        ];
    }

    private static bool IsManaged(ExtentChange change) =>
        IsMadeByPeople(change.From) || IsMadeByPeople(change.To);

    private static bool IsMadeByPeople(EcosystemTypeCode? type) =>
        type is not { } code || MadeByPeople.Any(made =>
            code.ToString() == made || code.ToString().StartsWith($"{made}/", StringComparison.Ordinal));

    /// <summary>
    /// S2 in money and S5 in quantities: what ecosystem types supply and economic units use, by item. Who
    /// uses a service is a convention: products industry, tourism and climate households, the rest
    /// government.
    /// </summary>
    public static ReportTable SupplyAndUse(AccountReport report, bool isPhysical)
    {
        var booked = report.Account.Lines.Where(line => line.Booked).ToImmutableArray();
        var types = booked.Select(line => line.EcosystemType?.Level1)
            .Distinct().OrderBy(type => type?.ToString() ?? "", StringComparer.Ordinal).ToImmutableArray();
        var rows = booked.GroupBy(line => (line.Service, line.Item))
            .OrderBy(group => group.Key.Service)
            .ThenBy(group => group.Key.Item, StringComparer.Ordinal)
            .Select(group => Row(report, [.. group], types, isPhysical));
        return new ReportTable(isPhysical ? "S5" : "S2",
            isPhysical
                ? new("供给使用表（实物量）", "supply and use (quantities)")
                : new("供给使用表（亿元）", "supply and use (10⁸ yuan)"),
            [
                "服务 service", "项目 item", "单位 unit",
                .. types.Select(type => $"供给 supply: {report.NameOf(type)}"), "供给合计 total supply",
                .. Users.Select(user => $"使用 use: {user}"), "使用合计 total use", "残差 residual",
            ], [.. rows])
        {
            Note = "使用者按惯例划分；进出口未核算 users by convention; imports and exports are not accounted",
        };
    }

    private static ImmutableArray<ReportCell> Row(
        AccountReport report, ImmutableArray<AccountLine> lines, ImmutableArray<EcosystemTypeCode?> types,
        bool isPhysical)
    {
        double supply = Of(lines);
        string user = UserOf(report, lines[0].Service);
        return
        [
            ReportCell.Of(report.NameOf(lines[0].Service).ToString()),
            ReportCell.Of(report.NameOf(lines[0].Service, lines[0].Item).ToString()),
            ReportCell.Of(isPhysical ? lines[0].PhysicalQuantity.Unit.ToString() : "亿元 10⁸ yuan"),
            .. types.Select(type => lines.Where(line => line.EcosystemType?.Level1 == type)
                .ToImmutableArray())
                .Select(part => part.IsEmpty ? ReportCell.Nothing : Show(Of(part))),
            Show(supply), .. Users.Select(one => one == user ? Show(supply) : ReportCell.Nothing),
                Show(supply),
            ReportCell.Of(Math.Round(
                supply - types.Sum(type => Of([.. lines.Where(line => line.EcosystemType?.Level1 == type)])),
                ResidualDecimals)),
        ];

        double Of(ImmutableArray<AccountLine> part) => isPhysical
            ? part.Sum(line => line.PhysicalQuantity.Amount) : (double)part.Sum(line => line.Value.Yuan);

        ReportCell Show(double amount) =>
            isPhysical ? ReportCell.Of(amount) : ReportTables.HundredMillion((decimal)amount);
    }

    private static string UserOf(AccountReport report, ServiceCode service)
    {
        var group = report.Classification.Find(service)?.Group;
        if (group == ServiceGroup.Provisioning) return Industry;
        return group == ServiceGroup.Cultural || service == ServiceCode.LocalClimate
            ? Households : Government;
    }

    private static double Sum(IEnumerable<ExtentChange> changes) =>
        changes.Sum(change => change.Area.Hectares);
}

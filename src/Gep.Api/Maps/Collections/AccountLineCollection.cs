using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Accounts;
using Gep.Api.Accounts;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Maps.Collections;

/// <summary>
/// The lines of the accounts of all years, a table without geometry that joins districts by code.
/// </summary>
internal static class AccountLineCollection
{
    private const string Id = "account-lines";

    private static readonly ImmutableArray<MapProperty> Properties =
    [
        new("line", MapValueKind.Text, new("行编号", "id of the line")),
        new("year", MapValueKind.Integer, new("核算年度", "accounting year")),
        new("profile", MapValueKind.Text, new("核算方法", "profile")),
        new("district", MapValueKind.Text, new("行政区划代码", "division code")),
        new("district_zh", MapValueKind.Text, new("行政区", "district in Chinese")),
        new("service", MapValueKind.Text, new("服务代码", "code of the service")),
        new("service_zh", MapValueKind.Text, new("服务", "service in Chinese")),
        new("item", MapValueKind.Text, new("科目", "item of the service")),
        new("ecosystem_type", MapValueKind.Text, new("生态系统类型代码", "code of the ecosystem type")),
        new("extent_m2", MapValueKind.Number, new("面积", "extent"), "m2"),
        new("physical_quantity", MapValueKind.Number,
            new("实物量，单位见 unit", "physical quantity, in unit"), "see unit"),
        new("unit", MapValueKind.Text, new("实物量单位", "unit of the physical quantity")),
        new("unit_value_yuan", MapValueKind.Money,
            new("单价，单位见 unit_value_unit", "unit value, in unit_value_unit"), "see unit_value_unit"),
        new("unit_value_unit", MapValueKind.Text, new("单价单位", "unit of the unit value")),
        new("value_yuan", MapValueKind.Money, new("价值量", "value"), "yuan"),
        new("booked", MapValueKind.Truth, new("计入 GEP", "part of the GEP")),
        new("flags", MapValueKind.Text, new("标记，以空格分隔", "flags, separated by blanks")),
        new("source", MapValueKind.Text, new("单价来源", "source of the unit value")),
    ];

    /// <summary>The collection.</summary>
    public static MapCollection Of(OpenedWorkspace opened, ImmutableArray<AccountRun> accounts)
    {
        var numbers = new FeatureNumbers();
        return new MapCollection(
            Id, new("账户明细", "account lines"),
            new($"{opened.Workspace.DefaultProfile} 账户各年明细，无图形。",
                $"Lines of the accounts by {opened.Workspace.DefaultProfile} of all years; no geometry."),
            Properties,
            [
                .. accounts.SelectMany(run => run.Report.Account.Lines.Select(line =>
                {
                    string id = string.Create(
                        CultureInfo.InvariantCulture, $"{run.Report.Account.Year}:{line.Id}");
                    return new MapFeature(id, numbers.Of(id), null, [.. ValuesOf(run.Report, line)]);
                })),
            ]);
    }

    private static IEnumerable<object?> ValuesOf(AccountReport report, AccountLine line) =>
    [
        line.Id,
        (long)report.Account.Year.Number,
        report.Account.Profile.Id,
        line.District.ToString(), report.NameOf(line.District).Chinese,
        line.Service.ToString(), report.NameOf(line.Service).Chinese,
        line.Item,
        line.EcosystemType?.ToString(),
        line.Extent.SquareMetres,
        line.PhysicalQuantity.Amount, line.PhysicalQuantity.Unit.ToString(),
        line.UnitValue.Yuan, line.UnitValue.Unit.ToString(),
        line.Value.Yuan,
        line.Booked,
        string.Join(' ', line.Flags.Select(WorkspaceProblem.CodeOf)),
        line.Source.Key,
    ];
}

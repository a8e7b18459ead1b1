using System.Collections.Immutable;
using Gep.Accounting.Classifications;
using Gep.Accounting.Compensation;
using Gep.Api.Layers;
using Gep.Api.Serving;
using Gep.Api.Workspaces;

namespace Gep.Api.Maps.Collections;

/// <summary>
/// Payment lines of the schedules of all years on their parcels, without payees and villages.
/// </summary>
internal static class PaymentCollection
{
    private const string Id = "payment-lines";

    private static readonly ImmutableArray<MapProperty> Properties =
    [
        new("line", MapValueKind.Text, new("行编号", "id of the line")),
        new("year", MapValueKind.Integer, new("年度", "year")),
        new("scheme", MapValueKind.Text, new("补偿方案", "scheme")),
        new("scheme_status", MapValueKind.Text, new("方案核实情况", "whether the scheme is verified")),
        new("schedule_status", MapValueKind.Text, new("安排状态", "status of the schedule")),
        new("district", MapValueKind.Text, new("行政区划代码", "division code")),
        new("district_zh", MapValueKind.Text, new("行政区", "district in Chinese")),
        new("parcel", MapValueKind.Text, new("图斑编号", "parcel or plot")),
        new("area_mu", MapValueKind.Money, new("面积", "area paid for, or damaged"), "mu"),
        new("rate_yuan_per_mu", MapValueKind.Money, new("标准", "sum of the rates"), "yuan/mu"),
        new("amount_yuan", MapValueKind.Money, new("金额", "amount"), "yuan"),
    ];

    /// <summary>The collection.</summary>
    public static MapCollection Of(
        OpenedWorkspace opened, ImmutableArray<YearSchedules> schedules, FeatureShapes shapes)
    {
        var numbers = new FeatureNumbers();
        return new MapCollection(
            Id, new("补偿资金明细", "payment lines"),
            new("各年补偿资金安排的明细（草案），不含兑付对象。",
                "Lines of the schedules of all years, drafts, without payees."),
            Properties,
            [
                .. schedules.SelectMany(year => year.Outcomes)
                    .Where(outcome => outcome.Draft.Schedule is not null)
                    .SelectMany(outcome => outcome.Draft.Schedule!.Lines.Select(line => new MapFeature(
                        line.Id, numbers.Of(line.Id), shapes.FindParcel(line.Parcel),
                        [
                            .. ValuesOf(outcome.Scheme, outcome.Draft.Schedule, line, opened.Classification),
                        ]))),
            ]);
    }

    private static IEnumerable<object?> ValuesOf(
        Scheme scheme, Schedule schedule, PaymentLine line, Classification classification) =>
    [
        line.Id,
        (long)schedule.Year.Number,
        scheme.Code.ToString(),
        WorkspaceProblem.CodeOf(scheme.Status),
        WorkspaceProblem.CodeOf(schedule.Status),
        line.District.ToString(), classification.Find(line.District)?.Name.Chinese,
        line.Parcel,
        line.AreaMu, line.Rate, line.Amount.Yuan,
    ];
}

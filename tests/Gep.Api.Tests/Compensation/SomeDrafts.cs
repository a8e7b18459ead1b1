using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Compensation;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Compensation;

/// <summary>Drafts of the Wuhan pack from a few parcels, one with names that would run as formulas.</summary>
internal static class SomeDrafts
{
    public static readonly AccountingYear Year = AccountingYear.Of(2019);

    public static ImmutableSortedDictionary<DistrictCode, BilingualText> DistrictNames { get; } =
        new Dictionary<DistrictCode, BilingualText>
        {
            [Code("420114")] = new("蔡甸区", "Caidian"),
            [Code("420116")] = new("黄陂区", "Huangpi"),
        }.ToImmutableSortedDictionary();

    public static ImmutableArray<SchemeOutcome> Of2019()
    {
        var schemes = SchemeReader.ReadAll(Repository.PathOf("data"), new ProblemList());
        var inputs = new ScheduleInputs
        {
            Schemes = schemes,
            Parcels =
            [
                Parcel("F2", "forests", "420116", "=HYPERLINK(\"x\")", null, 2.5m),
                Parcel("F1", "forests", "420114", "示意户, 甲 \"一\"", null, 30.01m),
                Parcel("W1", "reserves", "420114", "@cmd", "core", 0.33m),
            ],
        };
        SchemeCode[] shown = [SchemeCode.Of("WH-WET"), SchemeCode.Of("WH-ECL"), SchemeCode.Of("WH-PBF")];
        return [.. schemes.Where(scheme => shown.Contains(scheme.Code))
            .Select(scheme => new SchemeOutcome(scheme, DrawSchedule.For(scheme, Year, inputs)))
            .Reverse()];
    }

    private static RegisterParcel Parcel(
        string id, string layer, string district, string payee, string? zone, decimal mu) => new(
            id, layer, Code(district), "示意乡", "-1+2", payee, "集体", "省级", zone is null ? null : "沉湖", zone,
            mu, (double)mu, null, $"{layer}.geojson:{id}");

    private static DistrictCode Code(string text) =>
        DistrictCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);
}

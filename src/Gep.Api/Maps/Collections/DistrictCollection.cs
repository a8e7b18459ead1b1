using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Api.Accounts;
using Gep.Api.Layers;

namespace Gep.Api.Maps.Collections;

/// <summary>
/// The districts with their GEP in each year, as a whole, per area and head, and by service.
/// </summary>
internal static class DistrictCollection
{
    /// <summary>Id of the collection.</summary>
    public const string Id = "districts";

    private const int PerUnitDecimals = 2, RatioDecimals = 6;

    private static readonly ImmutableArray<MapProperty> Fixed =
    [
        new("code", MapValueKind.Text, new("行政区划代码", "division code")),
        new("name", MapValueKind.Text, new("名称", "name in Chinese")),
        new("name_en", MapValueKind.Text, new("英文名称", "name in English")),
        new("official_area_km2", MapValueKind.Number, new("官方面积", "official area"), "km2"),
        new("measured_area_km2", MapValueKind.Number,
            new("椭球面积", "area of the outline on the ellipsoid"), "km2"),
        new("schematic", MapValueKind.Truth, new("示意图形", "drawn from figures, not surveyed")),
    ];

    /// <summary>The collection.</summary>
    public static MapCollection Of(
        OpenedWorkspace opened, ImmutableArray<AccountRun> accounts, FeatureShapes shapes)
    {
        var services = opened.Classification.Services
            .Where(service => accounts.Any(run =>
                run.Report.Account.Totals.ByService.Any(total => total.Key == service.Code)))
            .ToImmutableArray();
        var properties = Fixed.AddRange(accounts.SelectMany(run =>
        {
            int year = run.Report.Account.Year.Number;
            return new[]
            {
                MapCatalog.OfYear("gep_yuan", year, MapValueKind.Money, new("生态产品总值", "GEP"), "yuan"),
                MapCatalog.OfYear("gep_yuan_per_km2", year, MapValueKind.Money,
                    new("单位面积 GEP", "GEP per km²"), "yuan/km2"),
                MapCatalog.OfYear("gep_yuan_per_head", year, MapValueKind.Money,
                    new("人均 GEP", "GEP per head"), "yuan/person"),
                MapCatalog.OfYear("gep_to_gdp", year, MapValueKind.Money,
                    new("GEP 与 GDP 之比", "GEP over GDP"), "1"),
            }.Concat(services.Select(service => MapCatalog.OfYear(
                $"{service.Code.ToString().Replace('-', '_')}_yuan", year, MapValueKind.Money,
                new($"{service.Name.Chinese}价值", $"value of {service.Name.English}"), "yuan")));
        }));
        return new MapCollection(
            Id, new("区", "districts"),
            new("行政区及其各年 GEP。", "Districts with their GEP of each year."), properties,
            [
                .. opened.Layers.Districts.Select(outline => new MapFeature(
                    outline.District.ToString(),
                    ulong.Parse(outline.District.ToString(), CultureInfo.InvariantCulture),
                    shapes.Of(outline.Feature),
                    [
                        .. ValuesOf(outline, opened),
                        .. accounts.SelectMany(run => ValuesOf(
                            outline.District, run.Report.Account, [.. services.Select(each => each.Code)])),
                    ])),
            ]);
    }

    private static IEnumerable<object?> ValuesOf(DistrictOutline outline, OpenedWorkspace opened)
    {
        var district = opened.Classification.Find(outline.District)!;
        return
        [
            outline.District.ToString(), district.Name.Chinese, district.Name.English,
            district.OfficialArea.SquareKilometres,
            Area.FromSquareMetres(outline.Feature.Feature.SquareMetres).SquareKilometres,
            outline.Feature.Layer.IsSchematic,
        ];
    }

    private static IEnumerable<object?> ValuesOf(
        DistrictCode district, GepAccount account, ImmutableArray<ServiceCode> services)
    {
        var indicators = account.Indicators.First(each => each.District == district);
        var byService = account.Lines
            .Where(line => line.District == district && line.Booked)
            .GroupBy(line => line.Service)
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Value.Yuan));
        return
        [
            indicators.Gep.Yuan,
            Rounded(indicators.YuanPerSquareKilometre, PerUnitDecimals),
            Rounded(indicators.YuanPerHead, PerUnitDecimals),
            Rounded(indicators.GepToGdp, RatioDecimals),
            .. services.Select(service =>
                byService.TryGetValue(service, out decimal yuan) ? (object)yuan : null),
        ];
    }

    private static decimal? Rounded(decimal? number, int decimals) => number is { } exact
        ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero)
        : null;
}

using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;

namespace Gep.Accounting.Tests;

/// <summary>Small things of the accounting domain, with round numbers.</summary>
internal static class Some
{
    public static readonly AccountingYear Year = AccountingYear.Of(2019);

    public static SourceRef Source { get; } = new("METHODS", "", Confidence.High);

    public static DistrictCode District(int number = 1) =>
        DistrictCode.TryParse($"4201{number:00}", out var code)
            ? code
            : throw new ArgumentException($"{number}");

    public static DistrictCode Region => District(0);

    public static EcosystemTypeCode Type(string text) =>
        EcosystemTypeCode.TryParse(text, out var code)
            ? code
            : throw new ArgumentException(text, nameof(text));

    public static ExtentTable Extents(
        params (int District, string Type, double SquareKilometres)[] extents) =>
        Extents([], extents);

    public static ExtentTable Extents(
        IEnumerable<WaterBody> bodies, params (int District, string Type, double SquareKilometres)[] extents)
    {
        var rows = extents.Select(one => new EcosystemExtent(
            District(one.District), Type(one.Type), Area.FromSquareKilometres(one.SquareKilometres),
            1)).ToList();
        var districts = rows.GroupBy(row => row.District).Select(group =>
        {
            var area = Area.FromSquareMetres(group.Sum(row => row.Area.SquareMetres));
            return new DistrictExtent(group.Key, area, area, Area.Zero);
        });
        return new ExtentTable(districts, rows, bodies);
    }

    public static WaterBody Lake(double whole, params (int District, double SquareKilometres)[] parts) => new(
        "lake", "湖", Type("WET/lake"), Area.FromSquareKilometres(whole),
        [.. parts.Select(part => new WaterBodyPart(
            District(part.District), Area.FromSquareKilometres(part.SquareKilometres)))]);

    public static ServiceParameter Parameter(
        ServiceCode service, string name, string? type, decimal value,
        Confidence confidence = Confidence.High)
    {
        var need = ServiceMethods.FindNeed(service, name) ?? throw new ArgumentException(name, nameof(name));
        var history = new DatedParameter($"{service}/{name}/{type ?? "*"}", need.Unit,
            [new DatedValue(new DateOnly(2000, 1, 1), value, Source with { Confidence = confidence })], null,
            $"{service}/{name}.yaml:1");
        return new ServiceParameter(
            service, name, new(name, name), type is null ? null : Type(type), history);
    }

    public static Statistic Statistic(int district, string indicator, decimal value, string subject = "") =>
        new(
        District(district), StatisticIndicator.Find(indicator)!, subject, value, Source, "2019.csv:2");

    public static UnitValueTable UnitValues(params (string Id, decimal Yuan, string Unit)[] prices) => new(
        prices.Select(price => new UnitValueSeries(price.Id, new(price.Id, price.Id), PriceMode.Annual,
            new DatedParameter(price.Id, Unit.Of(price.Unit),
                [new DatedValue(new DateOnly(2000, 1, 1), price.Yuan, Source)], null, $"{price.Id}.yaml:1"),
            [2019], null)),
        []);

    public static Classification Classification { get; } = new([], [], ServiceMethods.All
        .Select(method => method.Service)
        .Distinct()
        .Select(service =>
            new EcosystemService(service, "R1", new("服务", "service"), ServiceGroup.Regulating, [])));

    public static Profile Profile(params (ServiceCode Service, ServiceRole Role, string Method)[] services) =>
        new(
        "TEST", new("测试", "test"), Source,
        [.. services.Select(
            one => new ProfileService(one.Service, one.Role, one.Method, null, "test.yaml:1"))],
        ImmutableSortedDictionary<string, string>.Empty);

    public static GepAccount Compile(
        Profile profile,
        ExtentTable extents,
        IEnumerable<ServiceParameter> parameters,
        IEnumerable<Statistic> statistics,
        UnitValueTable unitValues) => CompileAccount.For(
        Year, profile, extents, new ParameterTable(parameters), unitValues,
        new StatisticsTable(Region, statistics.Concat(Indicators(extents))), Classification);

    private static IEnumerable<Statistic> Indicators(ExtentTable extents) => extents.Districts
        .Select(district => district.District)
        .Append(Region)
        .SelectMany(code => new[] { "population", "gdp" }.Select(name => new Statistic(
            code, StatisticIndicator.Find(name)!, "", 1000m, Source, "2019.csv:3")));
}

using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Profiles;
using Gep.Accounting.Statistics;

namespace Gep.Benchmarks;

/// <summary>
/// A region in which every method of every service finds all it asks for: each parameter and statistic has a
/// value within its range, each price is one yuan. The numbers mean nothing.
/// </summary>
public sealed class EveryMethod
{
    private const int Districts = 13;
    private const int Lakes = 166;
    private const double LakeSquareKilometres = 4.8;

    /// <summary>Values lie at this part of their range: not so high that anything overflows.</summary>
    private const decimal PartOfRange = 0.01m;

    private static readonly DateOnly Start = new(2000, 1, 1);
    private static readonly SourceRef Source = new("METHODS", "bench", Confidence.Low);

    private static readonly ImmutableArray<string> TypeNames =
    [
        "FOR/EBF", "FOR/DBF", "FOR/ENF", "FOR/MF", "FOR/bamboo", "FOR/sparse", "SHR/deciduous", "GRA/tussock",
        "WET/marsh", "WET/lake", "WET/reservoir", "WET/pond", "WET/river", "WET/flat",
            "WET/coastal", "CRO/paddy",
        "CRO/dry", "CRO/orchard", "URB", "BAR",
    ];

    public static AccountingYear Year { get; } = AccountingYear.Of(2019);

    public ImmutableArray<DistrictCode> Codes { get; } =
        [.. Enumerable.Range(1, Districts).Select(DistrictOf)];

    public ImmutableArray<EcosystemTypeCode> Types { get; } = [.. TypeNames.Select(TypeOf)];

    public Classification Classification { get; } = new([], [],
        [
            .. ServiceMethods.All.Select(method => method.Service).Distinct().Select(service =>
                new EcosystemService(service, "R1", new("服务", "service"), ServiceGroup.Regulating, [])),
        ]);

    public ParameterTable Parameters { get; } = new(ServiceMethods.All
        .SelectMany(method => method.Parameters.Select(need => (method.Service, Need: need)))
        .DistinctBy(one => (one.Service, one.Need.Name))
        .Select(one => new ServiceParameter(
            one.Service, one.Need.Name, new(one.Need.Name, one.Need.Name), null,
            Dated($"{one.Service}/{one.Need.Name}", one.Need.Unit, ValueOf(one.Need.Least, one.Need.Most)))));

    public StatisticsTable Statistics { get; } = new(DistrictOf(0),
    [
        .. from code in Enumerable.Range(0, Districts + 1).Select(DistrictOf)
           from indicator in StatisticIndicator.All
           from subject in SubjectsOf(indicator.Subject)
           select new Statistic(
               code, indicator, subject, ValueOf(indicator.Least, indicator.Most), Source,
                   $"{indicator.Name}:1"),
    ]);

    /// <summary>Pieces of an overlay to extents: the last step before an account.</summary>
    public ExtentTable Extents(ReadOnlySpan<Piece> pieces)
    {
        var areas = new double[Districts, TypeNames.Length];
        int[,] counts = new int[Districts, TypeNames.Length];
        foreach (ref readonly var piece in pieces)
        {
            areas[piece.District, piece.Type] += piece.SquareMetres;
            counts[piece.District, piece.Type]++;
        }
        var extents = new List<EcosystemExtent>();
        var districts = new List<DistrictExtent>();
        for (int district = 0; district < Districts; district++)
        {
            double whole = 0;
            for (int type = 0; type < TypeNames.Length; type++)
            {
                whole += areas[district, type];
                extents.Add(new EcosystemExtent(
                    Codes[district], Types[type], Area.FromSquareMetres(areas[district, type]),
                    counts[district, type]));
            }
            var area = Area.FromSquareMetres(whole);
            districts.Add(new DistrictExtent(Codes[district], area, area, Area.Zero));
        }
        return new ExtentTable(districts, extents, Enumerable.Range(0, Lakes).Select(Lake));
    }

    /// <summary>Prices of one yuan for whatever the methods ask for, in the unit they ask for.</summary>
    public UnitValueTable UnitValues(ExtentTable extents) => new(
        ServiceMethods.All
            .SelectMany(method => method.Quantities(new ServiceInputs(
                Year, method.Service, extents, Parameters, Statistics, new MissingInputs())))
            .Where(quantity => quantity.Price is not null)
            .Select(quantity => (Id: quantity.Price!, Unit: quantity.Amount.Unit.ToString()))
            .Distinct()
            .Select(price => new UnitValueSeries(
                price.Id, new(price.Id, price.Id), PriceMode.Annual,
                Dated(price.Id,
                    Unit.Of($"yuan/{price.Unit.Replace("/a", "", StringComparison.Ordinal)}"), 1m),
                [Year.Number], null)),
        []);

    /// <summary>A profile that computes every service by one of its methods: the first, the second, …, and
    /// the last where there are no more.</summary>
    public static Profile Profile(int number) => new(
        $"EVERY-{number}", new("全部服务", "every service"), Source,
        [
            .. ServiceMethods.All.GroupBy(method => method.Service).Select(service => new ProfileService(
                service.Key, ServiceRole.Memorandum,
                service.ElementAt(Math.Min(number, service.Count() - 1)).Name,
                null, "bench")),
        ],
        ImmutableSortedDictionary<string, string>.Empty);

    public GepAccount Compile(int profile, ExtentTable extents, UnitValueTable unitValues) =>
        CompileAccount.For(
        Year, Profile(profile), extents, Parameters, unitValues, Statistics, Classification);

    private WaterBody Lake(int number) => new(
        $"lake-{number}", "湖", TypeOf("WET/lake"), Area.FromSquareKilometres(LakeSquareKilometres),
        [new WaterBodyPart(Codes[number % Districts], Area.FromSquareKilometres(LakeSquareKilometres))]);

    private static DatedParameter Dated(string id, Unit unit, decimal value) =>
        new(id, unit, [new DatedValue(Start, value, Source)], null, $"{id}.yaml:1");

    private static IEnumerable<string> SubjectsOf(StatisticSubject subject) => subject switch
    {
        StatisticSubject.None or StatisticSubject.EcosystemType => [""],
        StatisticSubject.WaterBody => [],
        StatisticSubject.Month => Enumerable.Range(1, 12).Select(month => $"{month:00}"),
        StatisticSubject.Day => Enumerable.Range(0, Year.LastDay.DayOfYear).Select(day =>
            new DateOnly(Year.Number, 1, 1).AddDays(day).ToString("MM-dd", CultureInfo.InvariantCulture)),
    };

    private static decimal ValueOf(decimal least, decimal most) => least < 0 && most > 0
        ? most * PartOfRange : least + ((most - least) * PartOfRange);

    private static DistrictCode DistrictOf(int number) =>
        DistrictCode.TryParse($"4201{number:00}", out var code)
        ? code : throw new ArgumentException($"{number}");

    private static EcosystemTypeCode TypeOf(string text) => EcosystemTypeCode.TryParse(text, out var code)
        ? code : throw new ArgumentException(text, nameof(text));

    /// <summary>One piece of a parcel in a district, as an overlay gives it.</summary>
    public readonly record struct Piece(int District, int Type, double SquareMetres);
}

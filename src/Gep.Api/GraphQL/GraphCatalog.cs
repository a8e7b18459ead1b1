using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Corrections;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Layers;
using Gep.Api.Maps;
using Gep.Api.Maps.Collections;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workspaces;
using Gep.GraphQL.Language;
using Gep.Spatial.Features;

namespace Gep.Api.GraphQL;

/// <summary>A snapshot as GraphQL gives it out: everything linked once, so that no field looks
/// twice.</summary>
internal sealed class GraphCatalog
{
    private const int NameLettersMin = 2;

    private readonly FrozenDictionary<DistrictCode, DistrictNode> districts;
    private readonly FrozenDictionary<EcosystemTypeCode, EcosystemTypeNode> types;
    private readonly FrozenDictionary<ServiceCode, EcosystemServiceNode> services;
    private readonly FrozenDictionary<string, LayerNode> layers;
    private readonly FrozenDictionary<string, SchemeNode> schemes;
    private readonly FrozenDictionary<string, ParcelNode> parcels;
    private readonly ILookup<string, ParcelNode> parcelsByDistrict;
    private readonly ILookup<string, PaymentLineNode> linesByParcel, linesByDistrict;
    private readonly ILookup<string, Adjustment> adjustments;
    private readonly ProblemList adjustmentProblems = new();
    private readonly MapCollection parcelMap;
    private readonly FrozenDictionary<string, ScheduleNode> schedules;
    private readonly FrozenDictionary<string, PaymentLineNode> paymentLines;
    private readonly Lazy<SearchValues<string>> names;
    private readonly ConcurrentDictionary<(int, int), Lazy<AccountComparison>> comparisons = new();

    /// <summary>The catalog of a snapshot.</summary>
    public GraphCatalog(ServiceSnapshot snapshot)
    {
        Snapshot = snapshot;
        var classification = snapshot.Opened.Classification;
        parcelMap = snapshot.Maps.Find(ParcelCollections.AllId)!;
        types = classification.Types.ToFrozenDictionary(type => type.Code, type =>
            new EcosystemTypeNode(type));
        services = classification.Services.ToFrozenDictionary(
            service => service.Code, service => new EcosystemServiceNode(service));
        var outlines = snapshot.Opened.Layers.Districts.ToDictionary(outline => outline.District);
        var shapes = snapshot.Maps.Find(DistrictCollection.Id)!;
        Districts =
        [
            .. classification.Districts.Select(district => new DistrictNode(
                district, outlines.GetValueOrDefault(district.Code),
                shapes.Find(district.Code.ToString())?.Shape, this)),
        ];
        districts = classification.Districts.Select((district, place) => (district.Code,
            Node: Districts[place]))
            .ToFrozenDictionary(pair => pair.Code, pair => pair.Node);
        var counts = FeatureCounts(snapshot.Opened.Layers);
        Layers = [.. snapshot.Opened.Workspace.Layers.Select(
            layer => new LayerNode(layer, counts.GetValueOrDefault(layer.Id)))];
        layers = Layers.ToFrozenDictionary(layer => layer.Code, StringComparer.Ordinal);
        Parcels = [.. ParcelsIn(snapshot)];
        parcels = Parcels.ToFrozenDictionary(parcel => parcel.Code, StringComparer.Ordinal);
        parcelsByDistrict = Parcels.ToLookup(parcel => parcel.District?.Code ?? "", StringComparer.Ordinal);
        Accounts = [.. snapshot.Accounts.Select(run => new AccountNode(run, this))];
        AccountLines = [.. Accounts.SelectMany(account => account.AllLines)];
        schemes = snapshot.Schedules.SelectMany(year => year.Outcomes).Select(outcome => outcome.Scheme)
            .DistinctBy(scheme => scheme.Code)
            .ToFrozenDictionary(scheme => scheme.Code.ToString(), scheme => new SchemeNode(scheme));
        Schemes = [.. schemes.Values.OrderBy(scheme => scheme.Code, StringComparer.Ordinal)];
        Schedules = [.. snapshot.Schedules.SelectMany(year => year.Outcomes.Select(
            outcome => new ScheduleNode(outcome, year.Year.Number, this)))];
        PaymentLines = [.. Schedules.SelectMany(schedule => schedule.AllLines)];
        linesByParcel = PaymentLines.ToLookup(line => line.Parcel, StringComparer.Ordinal);
        linesByDistrict = PaymentLines.ToLookup(line => line.Line.District.ToString(),
            StringComparer.Ordinal);
        adjustments = snapshot.Schedules
            .SelectMany(year => CarriedReader.Adjustments(
                snapshot.Opened.Workspace.Root, year.Year, adjustmentProblems))
            .ToLookup(one => $"{one.Scheme}:{one.Year}", StringComparer.Ordinal);
        schedules = Schedules.ToFrozenDictionary(schedule => schedule.Code, StringComparer.Ordinal);
        paymentLines = PaymentLines.ToFrozenDictionary(line => line.Code, StringComparer.Ordinal);
        names = new Lazy<SearchValues<string>>(() =>
            SearchValues.Create(NamesOfPersons().AsSpan(), StringComparison.Ordinal));
    }

    /// <summary>The snapshot.</summary>
    public ServiceSnapshot Snapshot { get; }

    /// <summary>Its maps.</summary>
    public MapCatalog Maps => Snapshot.Maps;

    /// <summary>The districts by code.</summary>
    public ImmutableArray<DistrictNode> Districts { get; }

    /// <summary>The layers, in the order of their file.</summary>
    public ImmutableArray<LayerNode> Layers { get; }

    /// <summary>The parcels, layer by layer.</summary>
    public ImmutableArray<ParcelNode> Parcels { get; }

    /// <summary>The accounts by year.</summary>
    public ImmutableArray<AccountNode> Accounts { get; }

    /// <summary>The lines of all accounts.</summary>
    public ImmutableArray<AccountLineNode> AccountLines { get; }

    /// <summary>The schemes by code.</summary>
    public ImmutableArray<SchemeNode> Schemes { get; }

    /// <summary>The schedules by year and scheme, refused ones too.</summary>
    public ImmutableArray<ScheduleNode> Schedules { get; }

    /// <summary>The lines of all schedules.</summary>
    public ImmutableArray<PaymentLineNode> PaymentLines { get; }

    /// <summary>The ecosystem types by code.</summary>
    public IEnumerable<EcosystemTypeNode> Types => Snapshot.Opened.Classification.Types.Select(type =>
        types[type.Code]);

    /// <summary>The services in the order of reports.</summary>
    public IEnumerable<EcosystemServiceNode> Services =>
        Snapshot.Opened.Classification.Services.Select(service => services[service.Code]);

    /// <summary>The district of a code, or null.</summary>
    public DistrictNode? FindDistrict(DistrictCode code) => districts.GetValueOrDefault(code);

    /// <summary>The ecosystem type of a code, or null.</summary>
    public EcosystemTypeNode? FindType(EcosystemTypeCode code) => types.GetValueOrDefault(code);

    /// <summary>The ecosystem type of a code that something has.</summary>
    public EcosystemTypeNode TypeOf(EcosystemTypeCode code) => types.GetValueOrDefault(code)
        ?? new EcosystemTypeNode(new(code, new(code.ToString(), code.ToString()), []));

    /// <summary>The service of a code that something has.</summary>
    public EcosystemServiceNode ServiceOf(ServiceCode code) => services[code];

    /// <summary>The layer of that name.</summary>
    public LayerNode LayerOf(string id) => layers[id];

    /// <summary>The node of a scheme.</summary>
    public SchemeNode SchemeOf(Scheme scheme) => schemes[scheme.Code.ToString()];

    /// <summary>The account of a year, or null.</summary>
    public AccountNode? FindAccount(int year) => Accounts.FirstOrDefault(account => account.Year == year);

    /// <summary>The parcel of a code, or null.</summary>
    public ParcelNode? FindParcel(string code) => parcels.GetValueOrDefault(code);

    /// <summary>The schedule of a code, or null.</summary>
    public ScheduleNode? FindSchedule(string code) => schedules.GetValueOrDefault(code);

    /// <summary>The payment line of a code, or null.</summary>
    public PaymentLineNode? FindPaymentLine(string code) => paymentLines.GetValueOrDefault(code);

    /// <summary>The scheme of a code, or null.</summary>
    public SchemeNode? FindScheme(string code) => schemes.GetValueOrDefault(code);

    /// <summary>The parcels that a district's register names.</summary>
    public IEnumerable<ParcelNode> ParcelsOf(string district) => parcelsByDistrict[district];

    /// <summary>Parcels whose boxes meet a box, in order.</summary>
    public IEnumerable<ParcelNode> ParcelsNear(LonLatBox box) =>
        parcelMap.Near(box).Select(feature => parcels[feature.Id]);

    /// <summary>What is paid for a parcel.</summary>
    public IReadOnlyList<PaymentLineNode> PaymentLinesOn(string parcel) => [.. linesByParcel[parcel]];

    /// <summary>What is paid in a district.</summary>
    public IEnumerable<PaymentLineNode> PaymentLinesOf(string district) => linesByDistrict[district];

    /// <summary>What earlier years leave to a schedule; throws where their table has a fault.</summary>
    public IEnumerable<Adjustment> AdjustmentsOf(string schedule) =>
        adjustmentProblems.All is [{ } broken, ..]
            ? throw new GraphQLException($"{broken.Where}: {broken.Text.English}")
            : adjustments[schedule];

    /// <summary>Net area of a parcel in a year [m²]; null in a year without it.</summary>
    public double? NetSquareMetresOf(MapFeature feature, int year) => ValueOf(feature, "net_area_m2",
        year) as double?;

    /// <summary>Value spread onto a parcel in a year [yuan]; null in a year without it.</summary>
    public decimal? SpreadYuanOf(MapFeature feature, int year) =>
        ValueOf(feature, "gep_yuan_spread", year) as decimal?;

    /// <summary>Two years compared, once for all who ask; null where one has no account.</summary>
    public ComparisonNode? Compare(int from, int to)
    {
        if (FindAccount(from) is not { } opening || FindAccount(to) is not { } closing) return null;
        var comparison = comparisons.GetOrAdd((from, to), _ => new Lazy<AccountComparison>(() =>
            RunComparison.Of(opening.Run, closing.Run, null)));
        return new ComparisonNode(comparison.Value, this);
    }

    /// <summary>A problem without the names of persons: one that has any keeps its code and place
    /// only.</summary>
    public ProblemNode WithoutNames(ProblemNode problem)
    {
        bool hasName = HasName($"{problem.Message}{problem.Remedy}{problem.Where}");
        var withheld = new TextNode(Caller.Withheld, Caller.Withheld);
        return hasName ? problem with { Message = withheld, Remedy = withheld, Where = "" } : problem;
    }

    /// <summary>Whether a text names a payee or a village.</summary>
    public bool HasName(string text) => text.AsSpan().ContainsAny(names.Value);

    private object? ValueOf(MapFeature feature, string name, int year) =>
        parcelMap.FindProperty(System.FormattableString.Invariant($"{name}_{year}")) is { } place
            ? feature.Values[place]
            : null;

    private IEnumerable<ParcelNode> ParcelsIn(ServiceSnapshot snapshot)
    {
        var byId = snapshot.Opened.Layers.Parcels.ToDictionary(
            parcel => $"{parcel.Feature.Layer.Id}:{parcel.Feature.Feature.Id}", StringComparer.Ordinal);
        foreach (var feature in parcelMap.Features) yield return new ParcelNode(byId[feature.Id],
            feature, this);
    }

    private static Dictionary<string, int> FeatureCounts(LoadedLayers loaded) => loaded.Parcels
        .Select(parcel => parcel.Feature).Concat(loaded.Reserves)
        .Concat(loaded.Districts.Select(outline => outline.Feature))
        .GroupBy(feature => feature.Layer.Id).ToDictionary(group => group.Key, group => group.Count());

    private ImmutableArray<string> NamesOfPersons() =>
    [
        .. PaymentLines.SelectMany(line => new[] { line.Line.Payee, line.Line.Village })
            .Concat(Snapshot.Opened.Layers.Parcels.Select(parcel => parcel.Feature)
                .SelectMany(feature => new[]
                {
                    feature.Find(LayerAttribute.Payee), feature.Find(LayerAttribute.Village),
                }))
            .Concat(ClaimReader.ReadAll(Snapshot.Opened.Workspace.Root, new ProblemList())
                .SelectMany(claim => new[] { claim.Payee, claim.Village }))
            .OfType<string>().Where(name => name.Length >= NameLettersMin).Distinct(StringComparer.Ordinal),
    ];
}

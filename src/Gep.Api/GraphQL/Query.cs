using System.Globalization;
using System.Text.Json;
using Gep.Api.Maps.Filters;
using Gep.Api.Security;
using Gep.Api.Serving;
using Gep.Api.Workflow;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.Spatial.Features;

namespace Gep.Api.GraphQL;

/// <summary>What can be asked; every answer of a request comes from one snapshot.</summary>
internal sealed class Query(ServedRequest request, RunRegister runs)
{
    /// <summary>What answers: its id is the same in features, tiles, exports and here.</summary>
    public SnapshotNode Snapshot() => new(Catalog);

    /// <summary>Who asks, and what it may see.</summary>
    public CallerNode Me() => new(request.Caller);

    /// <summary>The districts by code.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<DistrictNode> Districts(TextFilter? code = null, TextFilter? name = null) =>
    [
        .. Catalog.Districts.Where(district =>
            (code?.Matches(district.Code) ?? true) && (name?.Matches(district.Name.Zh) ?? true)),
    ];

    /// <summary>The district of a division code.</summary>
    public DistrictNode? District(string code) =>
        Catalog.Districts.FirstOrDefault(district => district.Code == code);

    /// <summary>The layers of the workspace.</summary>
    [ListSize(AssumedSize = 15)]
    public IReadOnlyList<LayerNode> Layers() => Catalog.Layers;

    /// <summary>The ecosystem types by code.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<EcosystemTypeNode> EcosystemTypes() => [.. Catalog.Types];

    /// <summary>The ecosystem services in the order of reports.</summary>
    [ListSize(AssumedSize = 30)]
    public IReadOnlyList<EcosystemServiceNode> EcosystemServices() => [.. Catalog.Services];

    /// <summary>Parcels of the ecosystem layers, by attribute and geometry.</summary>
    [UsePaging(DefaultPageSize = 20)]
    public IReadOnlyList<ParcelNode> Parcels(ParcelFilter? where = null,
        IReadOnlyList<ParcelOrder>? order = null) =>
        ParcelSearch.Find(Catalog, where, order, null);

    /// <summary>The parcel of a code such as <c>lakes:L-01</c>.</summary>
    public ParcelNode? Parcel(string code) => Catalog.FindParcel(code);

    /// <summary>The accounts of all years.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<AccountNode> Accounts() => Catalog.Accounts;

    /// <summary>The account of a year by the workspace's profile.</summary>
    public AccountNode? Account(int year) => Catalog.FindAccount(year) ?? throw UnknownYear(year);

    /// <summary>Account lines of all years.</summary>
    [UsePaging(DefaultPageSize = 50)]
    public IReadOnlyList<AccountLineNode> AccountLines(
        AccountLineFilter? where = null, IReadOnlyList<AccountLineOrder>? order = null) =>
        AccountSearch.Find(Catalog.AccountLines, where, order);

    /// <summary>Sums of account lines of all years by any of the keys.</summary>
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<AccountGroup> AccountGroups(
        IReadOnlyList<AccountGroupKey> by, AccountLineFilter? where = null) =>
        AccountSearch.Group(AccountSearch.Booked(Catalog.AccountLines, where), by);

    /// <summary>Two years compared, with what made the change.</summary>
    [Cost(100)]
    public ComparisonNode? Compare(int from, int to) =>
        Catalog.Compare(from, to) ?? throw UnknownYear(Catalog.FindAccount(from) is null ? from : to);

    /// <summary>Compensation schedules, refused ones with their reasons.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<ScheduleNode> Schedules(int? year = null, string? scheme = null,
        bool? isDrawn = null) =>
    [
        .. Catalog.Schedules.Where(schedule => (year is null || schedule.Year == year)
            && (scheme is null || schedule.Scheme.Code == scheme)
            && (isDrawn is null || schedule.IsDrawn == isDrawn)),
    ];

    /// <summary>The schedule of scheme and year: <c>WH-PBF:2019</c>.</summary>
    public ScheduleNode? Schedule(string code) => Catalog.FindSchedule(code);

    /// <summary>Payment lines of all schedules.</summary>
    [UsePaging(DefaultPageSize = 50)]
    public IReadOnlyList<PaymentLineNode> PaymentLines(
        PaymentLineFilter? where = null, IReadOnlyList<PaymentLineOrder>? order = null) =>
        PaymentSearch.Find(Catalog.PaymentLines, where, order, request.Caller);

    /// <summary>The payment line of an id such as <c>WH-PBF:2019:000123</c>.</summary>
    public PaymentLineNode? PaymentLine(string code) => Catalog.FindPaymentLine(code);

    /// <summary>Sums of payment lines of all schedules by any of the keys.</summary>
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<PaymentGroup> PaymentGroups(
        IReadOnlyList<PaymentGroupKey> by, PaymentLineFilter? where = null) => PaymentSearch.Group(
        PaymentSearch.Find(Catalog.PaymentLines, where, null, request.Caller), by, request.Caller);

    /// <summary>The schemes of the workspace.</summary>
    [ListSize(AssumedSize = 30)]
    public IReadOnlyList<SchemeNode> Schemes() => Catalog.Schemes;

    /// <summary>The scheme of a code such as <c>WH-PBF</c>.</summary>
    public SchemeNode? Scheme(string code) => Catalog.FindScheme(code);

    /// <summary>Parameters of the services, each value with its source.</summary>
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<ParameterNode> Parameters(TextFilter? service = null, TextFilter? code = null) =>
    [
        .. Catalog.Accounts.Take(1).SelectMany(account => account.Run.Packs.Parameters.All)
            .Where(parameter => (service?.Matches(parameter.Service.ToString()) ?? true)
                && (code?.Matches(parameter.History.Id) ?? true))
            .Select(parameter => new ParameterNode(parameter, Catalog)),
    ];

    /// <summary>Prices, each with its source.</summary>
    [ListSize(AssumedSize = 50)]
    public IReadOnlyList<UnitValueNode> UnitValues(TextFilter? code = null) =>
    [
        .. Catalog.Accounts.Take(1).SelectMany(account => account.Run.Packs.UnitValues.All)
            .Where(series => code?.Matches(series.Id) ?? true).Select(series => new UnitValueNode(series)),
    ];

    /// <summary>
    /// A collection of the maps as a GeoJSON FeatureCollection, for a map straight from a query: geometry,
    /// id, and the properties asked for.
    /// </summary>
    /// <param name="collection">Its id, as at /ogc: <c>districts</c>.</param>
    /// <param name="properties">Names of properties; all when none are named.</param>
    /// <param name="filter">A CQL2 text filter, the same as at /ogc.</param>
    /// <param name="first">Features at most.</param>
    /// <param name="offset">Features left out before them.</param>
    /// <param name="crs">URI of the system of the positions, as at /ogc; CRS84 by default.</param>
    [Cost(100), ListSize(AssumedSize = 1)]
    public JsonElement FeatureCollection(
        string collection, IReadOnlyList<string>? properties = null, string? filter = null, int first = 1000,
        int offset = 0, string? crs = null) =>
        FeatureCollections.Of(Catalog.Snapshot, collection, properties, filter, first, offset, crs);

    /// <summary>The last hundred runs that were started, newest first.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<RunNode> Runs() => [.. runs.All.Select(run => new RunNode(run, run.View, Catalog))];

    /// <summary>The run of an id.</summary>
    public RunNode? Run([ID] string id) => runs.Find(id) is { } run
        ? new RunNode(run, run.View, Catalog) : null;

    /// <summary>Anything by its global id.</summary>
    public INode? Node([ID] string id)
    {
        int colon = id.IndexOf(':', StringComparison.Ordinal);
        string code = id[(colon + 1)..];
        return id[..Math.Max(0, colon)] switch
        {
            "District" => District(code),
            "Layer" => Catalog.Layers.FirstOrDefault(layer => layer.Code == code),
            "EcosystemType" => Catalog.Types.FirstOrDefault(type => type.Code == code),
            "EcosystemService" => Catalog.Services.FirstOrDefault(service => service.Code == code),
            "Parcel" => Parcel(code),
            "Account" => Catalog.Accounts.FirstOrDefault(account => account.Id == id),
            "AccountLine" => AccountLine(code),
            "Schedule" => Schedule(code),
            "PaymentLine" => PaymentLine(code),
            "Scheme" => Scheme(code),
            _ => null,
        };
    }

    /// <summary>The line of a year and code: <c>2019:420116:water-conservation:water:FOR-EBF</c>.</summary>
    private AccountLineNode? AccountLine(string code)
    {
        string[] parts = code.Split(':', 2);
        return parts is [var text, var line] && int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            ? Catalog.FindAccount(year)?.Line(line) : null;
    }

    private GraphCatalog Catalog => request.Snapshot?.Graph ?? throw new GraphQLException(new GraphQLError
    {
        Message = "正在读取工作区。 The workspace is still being read.",
        Extensions = new Dictionary<string, object?> { ["code"] = "NOT_READY" },
    });

    private GraphQLException UnknownYear(int year) =>
        Geometries.UnknownYear(year, Catalog.Accounts.Select(account => account.Year));
}

/// <summary>What answers.</summary>
[GraphQLName("Snapshot")]
internal sealed class SnapshotNode(GraphCatalog catalog)
{
    /// <summary>Its id: the same input gives the same one on every machine.</summary>
    [ID]
    public string Id => catalog.Snapshot.Id;

    /// <summary>Name of the workspace.</summary>
    public string Workspace => catalog.Snapshot.Opened.Workspace.Id;

    /// <summary>Division code of the region.</summary>
    public string Region => catalog.Snapshot.Opened.Workspace.Region.ToString();

    /// <summary>Name of the region.</summary>
    public TextNode Name => TextNode.Of(catalog.Snapshot.Opened.Workspace.Name);

    /// <summary>Years that it has.</summary>
    public IReadOnlyList<int> Years => [.. catalog.Snapshot.Opened.Workspace.Years.Select(year =>
        year.Number)];

    /// <summary>Profile of its accounts.</summary>
    public string DefaultProfile => catalog.Snapshot.Opened.Workspace.DefaultProfile;

    /// <summary>How many parcels it has.</summary>
    public int ParcelCount => catalog.Parcels.Length;

    /// <summary>Whether any of its geometry is drawn from published figures, not surveyed.</summary>
    public bool IsSchematic => catalog.Layers.Any(layer => layer.IsSchematic);
}

/// <summary>Who asks.</summary>
[GraphQLName("Caller")]
internal sealed class CallerNode(Caller caller)
{
    /// <summary>Its name.</summary>
    public string Name => caller.Name;

    /// <summary>Its roles; none of the public.</summary>
    public IReadOnlyList<CallerRole> Roles => [.. caller.Roles.Order()];

    /// <summary>Districts that it is bound to; null for none.</summary>
    public IReadOnlyList<string>? Districts =>
        caller.Districts is { } districts ? [.. districts.Order().Select(code => code.ToString())] : null;

    /// <summary>Whether it sees payees of every district.</summary>
    public bool SeesAllPayees => caller.SeesAllPayees;
}

/// <summary>Collections of the maps as FeatureCollections.</summary>
internal static class FeatureCollections
{
    /// <summary>A page of a collection.</summary>
    public static JsonElement Of(
        ServiceSnapshot snapshot, string id, IReadOnlyList<string>? names, string? filter, int first,
        int offset, string? crs)
    {
        var system = ResponseCrs.Find(crs ?? ResponseCrs.Crs84.Uri) ?? throw new GraphQLException(
            $"crs: one of {string.Join(", ", ResponseCrs.All.Select(each => each.Uri))}.");
        if (offset < 0) throw new GraphQLException("offset must not be negative.");
        string known = string.Join(", ", snapshot.Maps.Collections.Select(each => each.Id));
        var collection = snapshot.Maps.Find(id)
            ?? throw new GraphQLException($"There is no collection '{id}'; there are {known}.");
        FilterNode? condition = null;
        if (filter is not null)
        {
            var (node, problem) = FilterParser.Parse(filter, collection, ResponseCrs.Crs84);
            condition = node ?? throw new GraphQLException(
                $"filter: {problem?.Text.English} {problem?.Remedy.English}");
        }
        int[] places = [.. (names ?? [.. collection.Properties.Select(property => property.Name)])
            .Select(name => collection.FindProperty(name) ?? throw new GraphQLException(
                $"The collection {id} has no property '{name}'."))];
        var matching = condition is null
            ? collection.Features
            : [.. (condition.Box is { } box ? collection.Near(box) : collection.Features)
                .Where(feature => condition.Test(feature) == true)];
        return Geometries.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteNumber("numberMatched", matching.Length);
            json.WriteString("snapshot", snapshot.Id);
            if (crs is not null) json.WriteString("crs", system.Uri);
            json.WriteStartArray("features");
            foreach (var feature in matching.Skip(offset).Take(first))
                Maps.Ogc.FeatureText.Write(json, collection, feature, system, places);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}

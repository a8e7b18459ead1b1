using System.Collections.Immutable;
using System.Text.Json;
using Gep.Accounting.Accounts;
using Gep.Accounting.Classifications;
using Gep.Accounting.Measures;
using Gep.Api.Layers;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.Spatial.Features;

namespace Gep.Api.GraphQL;

/// <summary>A district with what it has and what it yields.</summary>
[GraphQLName("District")]
internal sealed class DistrictNode(District district, DistrictOutline? outline, FeatureShape? shape,
    GraphCatalog catalog)
    : INode
{
    /// <inheritdoc/>
    [ID]
    public string Id => $"District:{Code}";

    /// <summary>Its division code.</summary>
    public string Code { get; } = district.Code.ToString();

    /// <summary>Its name.</summary>
    public TextNode Name { get; } = TextNode.Of(district.Name);

    /// <summary>Where its official area is written.</summary>
    public SourceNode? Source => SourceNode.Of(district.Source);

    /// <summary>Whether its outline is drawn from published figures, not surveyed.</summary>
    public bool IsSchematic => outline?.Feature.Layer.IsSchematic ?? false;

    /// <summary>The box around its outline.</summary>
    public Bounds? Bounds => Geometries.BoundsOf(shape);

    /// <summary>Its outline as a GeoJSON geometry.</summary>
    [Cost(10)]
    public JsonElement? Geometry() => Geometries.JsonOf(shape);

    /// <summary>Its area in official statistics.</summary>
    public QuantityNode OfficialArea(AreaUnit unit = AreaUnit.SquareKilometre) =>
        QuantityNode.Of(district.OfficialArea, unit);

    /// <summary>The area of its outline on the ellipsoid.</summary>
    public QuantityNode? MeasuredArea(AreaUnit unit = AreaUnit.SquareKilometre) => outline is null
        ? null
        : QuantityNode.Of(Area.FromSquareMetres(outline.Feature.Feature.SquareMetres), unit);

    /// <summary>What it yields in a year by the workspace's profile; null where there is no
    /// account.</summary>
    public DistrictAccount? Account(int year) => catalog.FindAccount(year)?.Of(this, district.Code);

    /// <summary>Parcels that its register names.</summary>
    [UsePaging(DefaultPageSize = 20)]
    public IReadOnlyList<ParcelNode> Parcels(ParcelFilter? where = null,
        IReadOnlyList<ParcelOrder>? order = null) =>
        ParcelSearch.Find(catalog, where, order, this);

    /// <summary>Payment lines of a year.</summary>
    [UsePaging(DefaultPageSize = 20)]
    public IReadOnlyList<PaymentLineNode> PaymentLines(
        [Service] Security.ServedRequest request, PaymentLineFilter? where = null,
        IReadOnlyList<PaymentLineOrder>? order = null) =>
        PaymentSearch.Find(catalog.PaymentLinesOf(Code), where, order, request.Caller);
}

/// <summary>The account of one district and year.</summary>
[GraphQLName("DistrictAccount")]
internal sealed class DistrictAccount(DistrictNode district, AccountNode account,
    DistrictIndicators indicators)
{
    /// <summary>The district.</summary>
    public DistrictNode District => district;

    /// <summary>The year.</summary>
    public int Year => account.Year;

    /// <summary>Gross ecosystem product.</summary>
    public AmountNode Gep => AmountNode.Of(indicators.Gep);

    /// <summary>GEP per official area.</summary>
    public AmountNode? GepPerSquareKilometre => AmountNode.Per(indicators.YuanPerSquareKilometre, "yuan/km²");

    /// <summary>GEP per head.</summary>
    public AmountNode? GepPerHead => AmountNode.Per(indicators.YuanPerHead, "yuan/person");

    /// <summary>GEP over GDP.</summary>
    public AmountNode? GepToGdp => AmountNode.Ratio(indicators.GepToGdp);

    /// <summary>Residents; null where statistics have none.</summary>
    public AmountNode? Population =>
        indicators.Population is { } heads ? new AmountNode(heads, "person") : null;

    /// <summary>Gross domestic product; null where statistics have none.</summary>
    public AmountNode? Gdp => indicators.GdpYuan is { } yuan ? new AmountNode(yuan, "yuan") : null;

    /// <summary>Sums by service, booked lines only.</summary>
    public IReadOnlyList<AccountGroup> ByService() => Groups(AccountGroupKey.Service);

    /// <summary>Sums by ecosystem type, booked lines only.</summary>
    public IReadOnlyList<AccountGroup> ByEcosystemType() => Groups(AccountGroupKey.EcosystemType);

    /// <summary>Areas of its ecosystem types.</summary>
    public IReadOnlyList<ExtentNode> Extents() => account.ExtentsOf(indicators.District);

    /// <summary>Its lines.</summary>
    [UsePaging(DefaultPageSize = 50)]
    public IReadOnlyList<AccountLineNode> Lines(
        AccountLineFilter? where = null, IReadOnlyList<AccountLineOrder>? order = null) =>
        AccountSearch.Find(account.LinesOf(indicators.District), where, order);

    private ImmutableArray<AccountGroup> Groups(AccountGroupKey key) =>
        AccountSearch.Group(account.LinesOf(indicators.District).Where(line => line.Booked), [key]);
}

/// <summary>Geometries as GraphQL gives them out.</summary>
internal static class Geometries
{
    /// <summary>The box of a shape; null of nothing.</summary>
    public static Bounds? BoundsOf(FeatureShape? shape) => shape is null || shape.Bounds.IsEmpty
        ? null
        : new Bounds(shape.Bounds.West, shape.Bounds.South, shape.Bounds.East, shape.Bounds.North);

    /// <summary>The GeoJSON geometry of a shape; null of nothing.</summary>
    public static JsonElement? JsonOf(FeatureShape? shape) => shape is null
        ? null
        : Json(json => GeoJsonGeometry.Write(json, shape, ResponseCrs.Crs84));

    /// <summary>What was written, read back.</summary>
    public static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) write(json);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>A year that the workspace has, or an error that names those it has.</summary>
    public static GraphQLException UnknownYear(int year, IEnumerable<int> years) => new(new GraphQLError
    {
        Message = $"The workspace has no data for {year}; it has {string.Join(", ", years)}.",
        Extensions = new Dictionary<string, object?> { ["code"] = "YEAR_UNKNOWN" },
    });
}

using System.Text.Json;
using Gep.Accounting.Codes;
using Gep.Api.Layers;
using Gep.Api.Maps;
using Gep.Api.Security;
using Gep.GraphQL.Types;
using Gep.Spatial.Features;

namespace Gep.Api.GraphQL;

/// <summary>A parcel of an ecosystem layer.</summary>
[GraphQLName("Parcel")]
internal sealed class ParcelNode(EcosystemParcel parcel, MapFeature feature, GraphCatalog catalog) : INode
{
    private readonly DistrictCode? register =
        DistrictCode.TryParse(parcel.Feature.Find(LayerAttribute.District), out var code) ? code : null;

    /// <inheritdoc/>
    [ID]
    public string Id => $"Parcel:{feature.Id}";

    /// <summary>Layer and id of the register: <c>lakes:L-01</c>, as in maps.</summary>
    public string Code => feature.Id;

    /// <summary>Its id in its layer.</summary>
    public string Number => parcel.Feature.Feature.Id;

    /// <summary>Its layer.</summary>
    public LayerNode Layer => catalog.LayerOf(parcel.Feature.Layer.Id);

    /// <summary>Its ecosystem type.</summary>
    public EcosystemTypeNode EcosystemType => catalog.TypeOf(parcel.Type);

    /// <summary>Its name, as of a lake.</summary>
    public string? Name { get; } = parcel.Feature.Find(LayerAttribute.Name);

    /// <summary>The district that its register names.</summary>
    public DistrictNode? District => register is { } known ? catalog.FindDistrict(known) : null;

    /// <summary>Town of the register.</summary>
    public string? Town => parcel.Feature.Find(LayerAttribute.Town);

    /// <summary>Ownership of a forest.</summary>
    public string? Ownership => parcel.Feature.Find(LayerAttribute.Ownership);

    /// <summary>Grade of a public-benefit forest.</summary>
    public string? Grade => parcel.Feature.Find(LayerAttribute.Grade);

    /// <summary>First year in which it is there; null when it always was.</summary>
    public int? ValidFrom => parcel.Feature.FromYear;

    /// <summary>First year in which it is gone; null when it still is there.</summary>
    public int? ValidTo => parcel.Feature.ToYear;

    /// <summary>Whether its geometry is drawn, not surveyed.</summary>
    public bool IsSchematic => parcel.Feature.Layer.IsSchematic;

    /// <summary>File, feature number and layer.</summary>
    public string Place => parcel.Feature.Place;

    /// <summary>The box around it.</summary>
    public Bounds? Bounds => Geometries.BoundsOf(feature.Shape);

    /// <summary>Its shape.</summary>
    [GraphQLIgnore]
    public FeatureShape? Shape => feature.Shape;

    /// <summary>Area on the ellipsoid [m²].</summary>
    [GraphQLIgnore]
    public double SquareMetres => parcel.Feature.Feature.SquareMetres;

    /// <summary>Area of the register [mu].</summary>
    [GraphQLIgnore]
    public double? RegisterMu => Maps.Collections.ParcelCollections.NumberOf(
        parcel.Feature.Find(LayerAttribute.RegisterAreaMu)) as double?;

    /// <summary>Its geometry as GeoJSON.</summary>
    [Cost(2)]
    public JsonElement? Geometry() => Geometries.JsonOf(feature.Shape);

    /// <summary>Its area on the ellipsoid.</summary>
    public QuantityNode Area(AreaUnit unit = AreaUnit.Hectare) =>
        QuantityNode.Of(Accounting.Measures.Area.FromSquareMetres(SquareMetres), unit);

    /// <summary>The area that its register states; null where it states none.</summary>
    public QuantityNode? RegisterArea() => RegisterMu is { } mu ? new QuantityNode(mu, "mu") : null;

    /// <summary>Its area in a year without what stronger layers keep; null in a year without it.</summary>
    public QuantityNode? NetArea(int year, AreaUnit unit = AreaUnit.Hectare) =>
        catalog.NetSquareMetresOf(feature, year) is { } net
            ? QuantityNode.Of(Accounting.Measures.Area.FromSquareMetres(net), unit)
            : null;

    /// <summary>GEP of its type and district, spread by area; a picture, not a valuation.</summary>
    public AmountNode? GepSpread(int year) =>
        catalog.SpreadYuanOf(feature, year) is { } yuan ? new AmountNode(yuan, "yuan") : null;

    /// <summary>Village of the register; null where the caller may not see it.</summary>
    public string? Village([Service] ServedRequest request) =>
        MaySee(request) ? parcel.Feature.Find(LayerAttribute.Village) : null;

    /// <summary>Who is paid for it; null where the caller may not see it.</summary>
    public string? Payee([Service] ServedRequest request) =>
        MaySee(request) ? parcel.Feature.Find(LayerAttribute.Payee) : null;

    /// <summary>What is paid for it in all years.</summary>
    public IReadOnlyList<PaymentLineNode> PaymentLines() => catalog.PaymentLinesOn(Number);

    /// <summary>Whether it is there in a year.</summary>
    [GraphQLIgnore]
    public bool IsThereIn(int year) => (ValidFrom is null || ValidFrom <= year) && !(ValidTo <= year);

    private bool MaySee(ServedRequest request) =>
        register is { } district ? request.Caller.SeesPayeesOf(district) : request.Caller.SeesAllPayees;
}

/// <summary>Which parcels; all that is given must hold.</summary>
/// <param name="And">All of these too.</param>
/// <param name="Or">One of these too.</param>
/// <param name="Not">Not this.</param>
/// <param name="Layer">Its layer.</param>
/// <param name="EcosystemType">Code of its type: <c>{startsWith: "FOR"}</c> for all forests.</param>
/// <param name="District">Division code of the register.</param>
/// <param name="Town">Town of the register.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ownership">Its ownership.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="AreaSquareMetres">Area on the ellipsoid [m²].</param>
/// <param name="RegisterAreaMu">Area of the register [mu].</param>
/// <param name="ThereIn">A year in which it is there.</param>
/// <param name="Geometry">How it lies to geometries.</param>
internal sealed record ParcelFilter(
    IReadOnlyList<ParcelFilter>? And = null, IReadOnlyList<ParcelFilter>? Or = null, ParcelFilter? Not = null,
    TextFilter? Layer = null, TextFilter? EcosystemType = null, TextFilter? District = null,
    TextFilter? Town = null, TextFilter? Name = null, TextFilter? Ownership = null, TextFilter? Grade = null,
    NumberFilter? AreaSquareMetres = null, NumberFilter? RegisterAreaMu = null, int? ThereIn = null,
    GeometryFilter? Geometry = null);

/// <summary>An order of parcels: one field each.</summary>
/// <param name="Code">By code.</param>
/// <param name="Area">By area on the ellipsoid.</param>
/// <param name="Name">By name.</param>
internal sealed record ParcelOrder(
    SortDirection? Code = null, SortDirection? Area = null, SortDirection? Name = null);

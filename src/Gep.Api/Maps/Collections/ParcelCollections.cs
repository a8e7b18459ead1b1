using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;
using Gep.Api.Layers;

namespace Gep.Api.Maps.Collections;

/// <summary>
/// The parcels of the ecosystem layers: all together, and each layer by itself. Payees and villages are left
/// out: who is paid is no matter of a public map.
/// </summary>
internal static class ParcelCollections
{
    /// <summary>Id of the collection of all parcels.</summary>
    public const string AllId = "parcels";

    /// <summary>The property that colours the map.</summary>
    private const string TypeProperty = "ecosystem_type";

    private const int SquareMetreDecimals = 4, YuanDecimals = 2;

    private static readonly ImmutableArray<MapProperty> Fixed =
    [
        new("parcel", MapValueKind.Text, new("图斑编号", "id of the parcel in its layer")),
        new("layer", MapValueKind.Text, new("图层", "layer")),
        new("name", MapValueKind.Text, new("名称", "name")),
        new(TypeProperty, MapValueKind.Text, new("生态系统类型代码", "code of the ecosystem type")),
        new("ecosystem_type_zh", MapValueKind.Text, new("生态系统类型", "ecosystem type in Chinese")),
        new("ecosystem_type_en", MapValueKind.Text, new("生态系统类型（英文）", "ecosystem type in English"),
            InTiles: false),
        new("district", MapValueKind.Text, new("登记区划代码", "division code of the register")),
        new("district_zh", MapValueKind.Text, new("登记区", "district of the register")),
        new("town", MapValueKind.Text, new("街道、乡镇", "town"), InTiles: false),
        new("ownership", MapValueKind.Text, new("权属", "ownership")),
        new("grade", MapValueKind.Text, new("等级", "grade")),
        new("register_area_mu", MapValueKind.Number, new("登记面积", "area of the register"), "mu"),
        new("area_m2", MapValueKind.Number, new("椭球面积", "area on the ellipsoid"), "m2"),
        new("valid_from", MapValueKind.Integer, new("起始年份", "first year in which it is there")),
        new("valid_to", MapValueKind.Integer, new("终止年份", "first year in which it is gone")),
        new("schematic", MapValueKind.Truth, new("示意图形", "drawn from figures, not surveyed")),
    ];

    /// <summary>The collections.</summary>
    public static ImmutableArray<MapCollection> Of(
        OpenedWorkspace opened, ImmutableArray<AccountRun> accounts, FeatureShapes shapes)
    {
        var properties = Fixed.AddRange(accounts.SelectMany(run =>
        {
            int year = run.Report.Account.Year.Number;
            return new[]
            {
                MapCatalog.OfYear("net_area_m2", year, MapValueKind.Number,
                    new("扣除重叠后面积", "area without what other layers keep"), "m2"),
                MapCatalog.OfYear("gep_yuan_spread", year, MapValueKind.Money,
                    new("按面积摊分的 GEP", "GEP of its type and district, spread by area"), "yuan"),
            };
        }));
        var values = accounts.Select(ParcelValues.Of).ToImmutableArray();
        var numbers = new FeatureNumbers();
        var layers = opened.Workspace.Layers.Where(layer => layer.Role == LayerRole.Ecosystem)
            .OrderBy(layer => opened.Workspace.Precedence.IndexOf(layer.Id)).ToImmutableArray();
        var byLayer = opened.Layers.Parcels.ToLookup(parcel => parcel.Feature.Layer.Id);
        var single = layers.Select(layer => new MapCollection(
            layer.Id, layer.Name,
            new($"图层 {layer.Name.Chinese} 的图斑，来源 {layer.Source.Key}。",
                $"Parcels of the layer {layer.Name.English}, source {layer.Source.Key}."),
            properties,
            [
                .. byLayer[layer.Id].Select(parcel => new MapFeature(
                    parcel.Feature.Feature.Id,
                    numbers.Of($"{layer.Id}/{parcel.Feature.Feature.Id}"),
                    shapes.Of(parcel.Feature),
                    [
                        .. ValuesOf(parcel, opened.Classification),
                        .. values.SelectMany(each => each.Of(parcel)),
                    ])),
            ], TypeProperty)).ToImmutableArray();
        var all = new MapCollection(
            AllId, new("图斑", "parcels"),
            new("各生态系统图层的全部图斑。", "Every parcel of every ecosystem layer."), properties,
            [
                .. single.SelectMany(collection => collection.Features.Select(feature =>
                    feature with { Id = $"{collection.Id}:{feature.Id}" })),
            ], TypeProperty);
        return single.Insert(0, all);
    }

    private static IEnumerable<object?> ValuesOf(EcosystemParcel parcel, Classification classification)
    {
        var type = classification.Find(parcel.Type)!;
        string? code = parcel.Feature.Find(LayerAttribute.District);
        var district = DistrictCode.TryParse(code, out var known) ? classification.Find(known) : null;
        return
        [
            parcel.Feature.Feature.Id,
            parcel.Feature.Layer.Id,
            parcel.Feature.Find(LayerAttribute.Name),
            parcel.Type.ToString(), type.Name.Chinese, type.Name.English,
            code, district?.Name.Chinese,
            parcel.Feature.Find(LayerAttribute.Town),
            parcel.Feature.Find(LayerAttribute.Ownership),
            parcel.Feature.Find(LayerAttribute.Grade),
            NumberOf(parcel.Feature.Find(LayerAttribute.RegisterAreaMu)),
            SquareMetres(parcel.Feature.Feature.SquareMetres),
            (long?)parcel.Feature.FromYear, (long?)parcel.Feature.ToYear,
            parcel.Feature.Layer.IsSchematic,
        ];
    }

    /// <summary>A number of a register, or null: what is wrong with it ingest has reported.</summary>
    public static object? NumberOf(string? text) => double.TryParse(
        text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        ? number
        : null;

    /// <summary>An area to 0.0001 m².</summary>
    public static double SquareMetres(double exact) =>
        Math.Round(exact, SquareMetreDecimals, MidpointRounding.AwayFromZero);

    /// <summary>An amount that was spread, to the fen; such amounts need not add up.</summary>
    public static decimal Yuan(double exact) =>
        Math.Round((decimal)exact, YuanDecimals, MidpointRounding.AwayFromZero);
}

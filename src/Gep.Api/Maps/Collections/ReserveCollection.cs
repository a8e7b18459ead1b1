using System.Collections.Immutable;
using Gep.Api.Layers;

namespace Gep.Api.Maps.Collections;

/// <summary>Parcels of nature reserves by zone, without payees and villages.</summary>
internal static class ReserveCollection
{
    private const string Id = "reserves";

    private static readonly ImmutableArray<MapProperty> Properties =
    [
        new("parcel", MapValueKind.Text, new("图斑编号", "id of the parcel in its layer")),
        new("layer", MapValueKind.Text, new("图层", "layer")),
        new("reserve", MapValueKind.Text, new("保护区", "reserve")),
        new("zone", MapValueKind.Text, new("功能区", "zone")),
        new("grade", MapValueKind.Text, new("等级", "grade")),
        new("district", MapValueKind.Text, new("登记区划代码", "division code of the register")),
        new("town", MapValueKind.Text, new("街道、乡镇", "town"), InTiles: false),
        new("register_area_mu", MapValueKind.Number, new("登记面积", "area of the register"), "mu"),
        new("area_m2", MapValueKind.Number, new("椭球面积", "area on the ellipsoid"), "m2"),
        new("schematic", MapValueKind.Truth, new("示意图形", "drawn from figures, not surveyed")),
    ];

    /// <summary>The collection.</summary>
    public static MapCollection Of(OpenedWorkspace opened, FeatureShapes shapes)
    {
        var numbers = new FeatureNumbers();
        return new MapCollection(
            Id, new("保护区", "reserves"),
            new("自然保护区与湿地公园的分区图斑。", "Parcels of nature reserves and wetland parks by zone."),
            Properties,
            [
                .. opened.Layers.Reserves.Select(feature => new MapFeature(
                    $"{feature.Layer.Id}:{feature.Feature.Id}",
                    numbers.Of($"{feature.Layer.Id}/{feature.Feature.Id}"),
                    shapes.Of(feature),
                    [
                        feature.Feature.Id, feature.Layer.Id,
                        feature.Find(LayerAttribute.Reserve), feature.Find(LayerAttribute.Zone),
                        feature.Find(LayerAttribute.Grade), feature.Find(LayerAttribute.District),
                        feature.Find(LayerAttribute.Town),
                        ParcelCollections.NumberOf(feature.Find(LayerAttribute.RegisterAreaMu)),
                        ParcelCollections.SquareMetres(feature.Feature.SquareMetres),
                        feature.Layer.IsSchematic,
                    ])),
            ]);
    }
}

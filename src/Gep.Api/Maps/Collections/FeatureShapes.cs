using System.Collections.Frozen;
using Gep.Api.Layers;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Collections;

/// <summary>The shapes of all features of a workspace, made once and shared by the collections.</summary>
internal sealed class FeatureShapes
{
    private readonly FrozenDictionary<LoadedFeature, FeatureShape> shapes;
    private readonly FrozenDictionary<string, FeatureShape> byParcel;

    private FeatureShapes(LoadedFeature[] features, FeatureShape[] made)
    {
        shapes = features.Select((feature, place) => KeyValuePair.Create(feature, made[place]))
            .ToFrozenDictionary(ReferenceEqualityComparer.Instance);
        var byId = new Dictionary<string, FeatureShape>(StringComparer.Ordinal);
        foreach (var feature in features.Where(feature => feature.Layer.Role != LayerRole.Districts))
            byId.TryAdd(feature.Feature.Id, shapes[feature]);
        byParcel = byId.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The shapes of layers.</summary>
    public static FeatureShapes Of(LoadedLayers layers)
    {
        LoadedFeature[] features =
        [
            .. layers.Districts.Select(outline => outline.Feature),
            .. layers.Reserves,
            .. layers.Parcels.Select(parcel => parcel.Feature),
        ];
        var made = new FeatureShape[features.Length];
        Parallel.For(0, features.Length, place => made[place] = FeatureShape.Of(features[place].Feature));
        return new FeatureShapes(features, made);
    }

    /// <summary>The shape of a feature.</summary>
    public FeatureShape Of(LoadedFeature feature) => shapes[feature];

    /// <summary>The shape of the parcel of an id in a register, or null.</summary>
    public FeatureShape? FindParcel(string id) => byParcel.GetValueOrDefault(id);
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Gep.Accounting.Problems;
using Gep.Spatial.Features;
using Gep.Spatial.Tiles;

namespace Gep.Api.Maps;

/// <summary>Features of one kind, read only, found by id and by place.</summary>
internal sealed class MapCollection
{
    private readonly FrozenDictionary<string, int> byId;
    private readonly FrozenDictionary<string, int> byProperty;
    private readonly BoxIndex index;
    private readonly Lazy<TileLayer> tiles;

    /// <summary>A collection; ids must differ.</summary>
    /// <param name="id">Its id in addresses.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">What it holds.</param>
    /// <param name="properties">The properties of its features.</param>
    /// <param name="features">Its features.</param>
    /// <param name="mosaicProperty">
    /// What tiles show where features are too small to be seen; null leaves these out.
    /// </param>
    public MapCollection(
        string id, BilingualText title, BilingualText description,
        ImmutableArray<MapProperty> properties, ImmutableArray<MapFeature> features,
        string? mosaicProperty = null)
    {
        (Id, Title, Description, Properties, Features) = (id, title, description, properties, features);
        byId = features.Select((feature, place) => KeyValuePair.Create(feature.Id, place))
            .ToFrozenDictionary(StringComparer.Ordinal);
        byProperty = properties.Select((property, place) => KeyValuePair.Create(property.Name, place))
            .ToFrozenDictionary(StringComparer.Ordinal);
        index = new BoxIndex([.. features.Select(feature => feature.Shape?.Bounds ?? LonLatBox.Empty)]);
        tiles = new Lazy<TileLayer>(() => MakeTiles(mosaicProperty));
    }

    /// <summary>Its id in addresses.</summary>
    public string Id { get; }

    /// <summary>Its title.</summary>
    public BilingualText Title { get; }

    /// <summary>What it holds.</summary>
    public BilingualText Description { get; }

    /// <summary>The properties of its features.</summary>
    public ImmutableArray<MapProperty> Properties { get; }

    /// <summary>Its features, in the order in which pages run.</summary>
    public ImmutableArray<MapFeature> Features { get; }

    /// <summary>The box around its features.</summary>
    public LonLatBox Bounds => index.Bounds;

    /// <summary>Whether its features have geometries.</summary>
    public bool HasShapes => !Bounds.IsEmpty;

    /// <summary>Properties that tiles carry.</summary>
    public IEnumerable<MapProperty> TileProperties => Properties.Where(property => property.InTiles);

    /// <summary>Its features as a layer of vector tiles, made when first asked for.</summary>
    public TileLayer Tiles => tiles.Value;

    /// <summary>The feature of an id, or null.</summary>
    public MapFeature? Find(string id) => byId.TryGetValue(id, out int place) ? Features[place] : null;

    /// <summary>Place of a property among the values of a feature, or null.</summary>
    public int? FindProperty(string name) => byProperty.TryGetValue(name, out int place) ? place : null;

    /// <summary>Features whose boxes meet a box, in order.</summary>
    public IEnumerable<MapFeature> Near(LonLatBox box) => index.Find(box).Select(place => Features[place]);

    private TileLayer MakeTiles(string? mosaicProperty)
    {
        int[] places = [.. TileProperties.Select(property => byProperty[property.Name])];
        return new TileLayer(Id, [.. TileProperties.Select(property => property.Name)],
        [
            .. Features.Where(feature => feature.Shape is not null).Select(feature => new TileFeature(
                feature.Number, feature.Shape!,
                [.. places.Select(place => TileValue(feature.Values[place]))])),
        ], mosaicProperty);
    }

    private static object? TileValue(object? value) => value is decimal amount ? (double)amount : value;
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Problems;
using Gep.Api.Accounts;
using Gep.Api.Layers;
using Gep.Api.Maps.Collections;
using Gep.Api.Serving;

namespace Gep.Api.Maps;

/// <summary>Every collection of a snapshot and the sets of tiles made of them.</summary>
internal sealed class MapCatalog
{
    /// <summary>The set of tiles that a first map shows.</summary>
    private const string OverviewSet = "overview";

    private readonly FrozenDictionary<string, MapCollection> byId;

    private MapCatalog(ImmutableArray<MapCollection> collections)
    {
        Collections = collections;
        byId = collections.ToFrozenDictionary(collection => collection.Id, StringComparer.Ordinal);
        TileSets =
        [
            .. collections.Where(collection => collection.HasShapes)
                .Select(collection => new TileSet(collection.Id, collection.Title, [collection])),
            new TileSet(OverviewSet, new("总览：区与图斑", "overview: districts and parcels"),
                [.. collections.Where(collection => collection.HasShapes
                    && collection.Id is ParcelCollections.AllId or DistrictCollection.Id)]),
        ];
    }

    /// <summary>The collections, in the order in which they are listed.</summary>
    public ImmutableArray<MapCollection> Collections { get; }

    /// <summary>The sets of tiles.</summary>
    public ImmutableArray<TileSet> TileSets { get; }

    /// <summary>Tiles that are ready.</summary>
    public TileCache Tiles { get; } = new();

    /// <summary>Makes the tiles of low zooms of the sets that the map page shows.</summary>
    public void PrepareTiles(CancellationToken cancellation)
    {
        foreach (string id in (string[])[DistrictCollection.Id, ParcelCollections.AllId])
        {
            if (FindTileSet(id) is { } set) Tiles.Prepare(set, Find(id)!.Bounds, cancellation);
        }
    }

    /// <summary>The collections of a workspace with its accounts and schedules.</summary>
    public static MapCatalog Of(
        OpenedWorkspace opened, ImmutableArray<AccountRun> accounts, ImmutableArray<YearSchedules> schedules)
    {
        var shapes = FeatureShapes.Of(opened.Layers);
        return new MapCatalog(
        [
            DistrictCollection.Of(opened, accounts, shapes),
            .. ParcelCollections.Of(opened, accounts, shapes),
            ReserveCollection.Of(opened, shapes),
            AccountLineCollection.Of(opened, accounts),
            PaymentCollection.Of(opened, schedules, shapes),
        ]);
    }

    /// <summary>The collection of an id, or null.</summary>
    public MapCollection? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The set of tiles of an id, or null.</summary>
    public TileSet? FindTileSet(string id) =>
        TileSets.FirstOrDefault(set => string.Equals(set.Id, id, StringComparison.Ordinal));

    /// <summary>The property of a year: <c>gep_yuan_2019</c>.</summary>
    public static MapProperty OfYear(
        string name, int year, MapValueKind kind, BilingualText title, string unit) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name}_{year}"), kind,
        new(string.Create(CultureInfo.InvariantCulture, $"{year} 年{title.Chinese}"),
            string.Create(CultureInfo.InvariantCulture, $"{title.English} of {year}")),
        unit);
}

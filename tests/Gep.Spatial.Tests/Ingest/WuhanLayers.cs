using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using Gep.Testing;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Ingest;

/// <summary>The GeoJSON layers of ../shared/data.</summary>
internal static class WuhanLayers
{
    public static IngestedLayer Mapchina() =>
        Read("wuhan_districts_mapchina_osm", "wuhan_districts_mapchina.geojson", "Code_County");

    public static IngestedLayer Broken() => Read("wuhan_districts_wdm_broken", "wuhan.geojson", null);

    public static IngestedLayer Lakes() =>
        Read("wuhan_natural_earth_water", "ne_10m_lakes_wuhan_subset.geojson", null);

    public static IngestedLayer Rivers() =>
        Read("wuhan_natural_earth_water", "ne_10m_rivers_wuhan_subset.geojson", null);

    /// <summary>Centres of the districts that both layers have, matched by name.</summary>
    public static IReadOnlyCollection<MatchedCentre> Matches(
        IngestedLayer layer, string name, IngestedLayer reference, string referenceName) =>
        [.. layer.Features.Join(
            reference.Features,
            feature => feature.Attributes[name],
            feature => feature.Attributes[referenceName],
            (feature, other) =>
            {
                Coordinate here = EqualAreaPlane.ToLonLat(feature.Geometry.Centroid.Coordinate);
                Coordinate there = EqualAreaPlane.ToLonLat(other.Geometry.Centroid.Coordinate);
                return new MatchedCentre(here.X, here.Y, there.X, there.Y, feature.SquareMetres);
            })];

    private static IngestedLayer Read(string folder, string file, string? idAttribute)
    {
        var manifest = new LayerManifest(folder, file, CoordinateSystem.Wgs84, idAttribute);
        using FileStream stream = File.OpenRead(Repository.SharedPathOf("data", folder, file));
        return LayerIngest.Ingest(manifest, GeoJsonReader.Read(stream, manifest));
    }
}

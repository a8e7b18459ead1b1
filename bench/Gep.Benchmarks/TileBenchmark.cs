using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Gep.Api.Layers;
using Gep.Spatial.Crs;
using Gep.Spatial.Features;
using Gep.Spatial.Ingest;
using Gep.Spatial.Tiles;

namespace Gep.Benchmarks;

/// <summary>Tiles of the parcels of a GeoPackage, each made once, without a service around them.</summary>
internal static class TileBenchmark
{
    private const int TilesPerZoom = 100, FirstZoom = 8, LastZoom = 14;

    private static readonly ImmutableArray<string> Keys =
        ["parcel", "ecosystem_type", "ownership", "area_m2", "net_area_m2_2024", "gep_yuan_spread_2024"];

    public static int Run(string folder)
    {
        string file = Path.Combine(folder, "parcels.gpkg");
        var manifest = new LayerManifest("parcels", file, CoordinateSystem.Cgcs2000);
        var clock = Stopwatch.StartNew();
        IngestedLayer layer = LayerIngest.Ingest(manifest, GeoPackageReader.Read(file, manifest));
        double read = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var tiles = new TileLayer("parcels", Keys, [.. layer.Features.Select(TileOf)], "ecosystem_type");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"parcels={layer.Features.Count} read={read:F2} prepare={clock.Elapsed.TotalSeconds:F2} "
            + $"mb={Process.GetCurrentProcess().PeakWorkingSet64 >> 20}"));
        Measure(tiles, silent: true);
        Measure(tiles, silent: false);
        return 0;
    }

    private static TileFeature TileOf(LayerFeature feature) => new(
        (ulong)feature.Ordinal, FeatureShape.Of(feature),
        [
            "P" + feature.Id, feature.Attributes["eco"], feature.Attributes["owner"], feature.SquareMetres,
            feature.SquareMetres + 1, 3 * feature.SquareMetres,
        ]);

    private static void Measure(TileLayer tiles, bool silent)
    {
        var bounds = tiles.Bounds;
        for (int zoom = FirstZoom; zoom <= LastZoom; zoom++)
        {
            var first = TileAddress.At(zoom, bounds.West, bounds.North);
            var last = TileAddress.At(zoom, bounds.East, bounds.South);
            var random = new Random(zoom);
            var addresses = (from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
                             from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
                             select (column, row)).OrderBy(_ => random.Next()).Take(TilesPerZoom);
            var times = new List<double>();
            int greatest = 0, packed = 0;
            foreach (var (column, row) in addresses)
            {
                string[] parts = [.. new[] { zoom, column, row }.Select(each =>
                    each.ToString(CultureInfo.InvariantCulture))];
                _ = TileAddress.TryParse(parts[0], parts[1], parts[2], out var address);
                long begun = Stopwatch.GetTimestamp();
                byte[] tile = VectorTile.Encode(address, [tiles], CancellationToken.None);
                if (tile.Length == 0) continue;
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (tile.Length <= greatest) continue;
                (greatest, packed) = (tile.Length, Packed(tile));
            }
            times.Sort();
            if (!silent)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"z{zoom}: {times.Count} tiles, median {times[times.Count / 2]:F2} ms, "
                    + $"p95 {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:F2} ms, "
                    + $"largest {greatest >> 10} KiB, gzip {packed >> 10} KiB"));
            }
        }
    }

    private static int Packed(byte[] tile)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(tile);
        return (int)bytes.Length;
    }
}

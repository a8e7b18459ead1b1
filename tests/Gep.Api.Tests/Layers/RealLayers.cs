using System.Globalization;
using Gep.Api.Layers;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Overlays;
using Gep.Testing;

namespace Gep.Api.Tests.Layers;

/// <summary>Reads GeoPackages of ../shared/data and compares their areas with the reference ones.</summary>
internal static class RealLayers
{
    private const double ClosingSquareMetres = 1e-3;

    public static IngestedLayer Read(string folder, string file, string? table = null)
    {
        var manifest = new LayerManifest(table ?? file, file, CoordinateSystem.Wgs84);
        return LayerIngest.Ingest(
            manifest, GeoPackageReader.Read(Repository.SharedPathOf("data", folder, file), manifest, table));
    }

    public static IngestedLayer ReadGeoJson(string folder, string file)
    {
        var manifest = new LayerManifest(file, file, CoordinateSystem.Wgs84);
        using FileStream stream = File.OpenRead(Repository.SharedPathOf("data", folder, file));
        return LayerIngest.Ingest(manifest, GeoJsonReader.Read(stream, manifest));
    }

    public static OverlayZone<string>[] ZonesOf(IngestedLayer layer, string nameAttribute) =>
        [.. layer.Features.Select(feature =>
            new OverlayZone<string>(feature.Attributes[nameAttribute], feature.Geometry))];

    /// <summary>
    /// Rows of the reference that differ by more than its printed digits and a share of the area.
    /// </summary>
    /// <param name="file">File of the reference.</param>
    /// <param name="zones">Its districts.</param>
    /// <param name="parcels">Its parcels with their classes.</param>
    /// <param name="relative">Allowed difference as a share of the area [-].</param>
    public static List<string> Differences(
        string file, OverlayZone<string>[] zones, OverlayParcel<string>[] parcels, double relative)
    {
        var net = ClassAreas(zones, parcels, OverlapRule.Resolve);
        var raw = ClassAreas(zones, parcels, OverlapRule.Keep);
        IReadOnlyList<ReferenceArea> rows = ReferenceArea.Read(file);
        var differences = new List<string>();
        foreach (ReferenceArea row in rows)
        {
            (string, string) key = (row.District, row.Class);
            Compare(row, "sum", raw[key].GrossSquareMetres, row.SumHectares);
            Compare(row, "union", net[key].NetSquareMetres, row.UnionHectares);
        }
        IEnumerable<(string, string)> unknown = net.Keys.Except(
            rows.Select(row => (row.District, row.Class)));
        differences.AddRange(unknown.Select(key => $"{key} is not in the reference"));
        return differences;

        void Compare(ReferenceArea row, string what, double squareMetres, double expected)
        {
            double difference = squareMetres / ReferenceArea.SquareMetresPerHectare - expected;
            if (Math.Abs(difference) <= ReferenceArea.PrintedToHectares + relative * expected) return;
            differences.Add(string.Create(CultureInfo.InvariantCulture,
                $"{row.District} {row.Class} {what}: {expected} ha, off by {difference:E2}"));
        }
    }

    /// <summary>Every class on its own, so that only overlaps within a class are resolved.</summary>
    private static Dictionary<(string Zone, string Class), ClassArea<string, string>> ClassAreas(
        OverlayZone<string>[] zones, OverlayParcel<string>[] parcels, OverlapRule overlaps)
    {
        var areas = new Dictionary<(string Zone, string Class), ClassArea<string, string>>();
        foreach (IGrouping<string, OverlayParcel<string>> ofClass in parcels.GroupBy(parcel => parcel.Class))
        {
            var result = AreaOverlay.Compute(
                zones,
                [new OverlayLayer<string>(ofClass.Key, [.. ofClass])],
                new OverlayOptions { Overlaps = overlaps });
            Assert.InRange(result.Residual.LargestParcelSquareMetres, 0, ClosingSquareMetres);
            foreach (ClassArea<string, string> area in result.ClassAreas)
                areas[(area.Zone, area.Class)] = area;
        }
        return areas;
    }
}

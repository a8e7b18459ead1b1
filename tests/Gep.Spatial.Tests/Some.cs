using System.Globalization;
using System.Text;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;

namespace Gep.Spatial.Tests;

/// <summary>What tests need but do not test.</summary>
internal static class Some
{
    public const double WuhanLongitude = 114.3, WuhanLatitude = 30.5;

    public static LayerManifest Manifest(string? idAttribute = null) =>
        new("parcels", "parcels.geojson", CoordinateSystem.Cgcs2000, idAttribute);

    public static Geometry Wkt(string wkt)
    {
        Geometry geometry = new WKTReader().Read(wkt);
        return PlaneGeometry.Factory.CreateGeometry(geometry);
    }

    /// <summary>A box in the plane [m].</summary>
    public static Geometry Box(double x0, double y0, double x1, double y1) => Wkt(string.Create(
        CultureInfo.InvariantCulture, $"POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"));

    /// <summary>Square fields that share their edges, from the origin [m].</summary>
    public static IEnumerable<Geometry> Fields(int side, double step) =>
        Enumerable.Range(0, side * side).Select(i => Box(
            i % side * step, i / side * step, (i % side + 1) * step, (i / side + 1) * step));

    public static ParcelTable Table(Geometry[] parcels)
    {
        var table = new ParcelTable();
        foreach (Geometry parcel in parcels) table.Add(0, parcel);
        return table;
    }

    /// <summary>What two areas have in common by OverlayNG, near the origin so that rounding is small [m²].
    /// </summary>
    public static double CommonSquareMetres(Geometry one, Geometry other)
    {
        Coordinate corner = one.Coordinate;
        var toOrigin = AffineTransformation.TranslationInstance(-corner.X, -corner.Y);
        return EllipsoidArea.SquareMetres(
            new AreaCut().Intersection(toOrigin.Transform(one), toOrigin.Transform(other)));
    }

    /// <summary>A simple polygon around a centre, of random shape.</summary>
    public static Geometry Star(Random random, double x, double y, double radius, int vertices)
    {
        const double LeastShare = 0.4;
        var ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++)
        {
            double angle = 2 * Math.PI * i / vertices;
            double length = radius * (LeastShare + (1 - LeastShare) * random.NextDouble());
            ring[i] = new Coordinate(x + length * Math.Cos(angle), y + length * Math.Sin(angle));
        }
        ring[vertices] = ring[0].Copy();
        return PlaneGeometry.Factory.CreatePolygon(ring);
    }

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static IngestedLayer Ingested(
        string geoJson, LayerManifest? manifest = null, ReadLimits? limits = null)
    {
        manifest ??= Manifest();
        using Stream stream = Text(geoJson);
        return LayerIngest.Ingest(manifest, GeoJsonReader.Read(stream, manifest, limits));
    }

    /// <summary>A collection of features given by their geometries as GeoJSON.</summary>
    public static string Collection(params string[] geometries) =>
        "{\"type\":\"FeatureCollection\",\"features\":["
        + string.Join(',', geometries.Select((geometry, i) =>
            $"{{\"type\":\"Feature\",\"id\":\"f{i + 1}\",\"properties\":{{}},\"geometry\":{geometry}}}"))
        + "]}";

    /// <summary>A square of 0.1° as GeoJSON.</summary>
    public const string Square =
        "{\"type\":\"Polygon\",\"coordinates\":"
        + "[[[114.3,30.5],[114.4,30.5],[114.4,30.6],[114.3,30.6],[114.3,30.5]]]}";
}

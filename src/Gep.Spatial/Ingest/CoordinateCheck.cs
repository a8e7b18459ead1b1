using System.Globalization;
using Gep.Spatial.Crs;
using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>Tells whether a pair of numbers can be a position of its coordinate reference system.</summary>
internal static class CoordinateCheck
{
    private const double LongitudeLimit = 180, LatitudeLimit = 90;

    /// <summary>Numbers above this are metres, whatever else is wrong with them.</summary>
    private const double SurelyMetres = 1000;

    /// <summary>Eastings above this begin with the number of their zone [m].</summary>
    private const double ZonePrefixed = 1e7, LargestZonePrefixed = 4.6e7;

    /// <summary>Half the width of the web map [m]: π a.</summary>
    private const double WebMercatorLimit = 20_037_508.35;

    /// <summary>Eastings without zone number, and northings, that zones of China have [m].</summary>
    private const double LargestEasting = 1e6, LargestNorthing = 6.1e6;

    /// <summary>What is wrong with a longitude and latitude; null when nothing is.</summary>
    public static LayerProblem? FaultOfDegrees(
        double longitude, double latitude, CoordinateSystem crs, LayerPlace place)
    {
        if (Math.Abs(longitude) <= LongitudeLimit && Math.Abs(latitude) <= LatitudeLimit) return null;
        LayerPlace at = place with { Field = "geometry" };
        string x = Text(longitude), y = Text(latitude);
        if (Math.Abs(latitude) <= LongitudeLimit && Math.Abs(longitude) <= LatitudeLimit)
            return LayerProblem.At(LayerProblemCode.LongitudeLatitudeSwapped, at, x, y);
        if (!crs.IsGeographic || Math.Abs(longitude) < SurelyMetres && Math.Abs(latitude) < SurelyMetres)
            return LayerProblem.At(LayerProblemCode.CoordinateOutOfRange, at, x, y);
        (string chinese, string english) = Guess(longitude, latitude);
        return LayerProblem.At(LayerProblemCode.CrsUnitMismatch, at, x, y, crs.Code, chinese, english);
    }

    /// <summary>What is wrong with coordinates that are no plain degrees; null when nothing is.</summary>
    public static LayerProblem? FaultBeforeReprojection(
        double east, double north, CoordinateSystem crs, LayerPlace place)
    {
        LayerPlace at = place with { Field = "geometry" };
        string x = Text(east), y = Text(north);
        if (!double.IsFinite(east) || !double.IsFinite(north))
            return LayerProblem.At(LayerProblemCode.CoordinateNotFinite, place);
        if (crs.IsGeographic) return FaultOfDegrees(east, north, crs, place);
        if (crs.Kind == CoordinateKind.WebMercator)
        {
            return Math.Max(Math.Abs(east), Math.Abs(north)) <= WebMercatorLimit
                ? null
                : LayerProblem.At(LayerProblemCode.CoordinateOutOfRange, at, x, y);
        }
        if (Math.Abs(east) <= LongitudeLimit && Math.Abs(north) <= LongitudeLimit)
        {
            return LayerProblem.At(
                LayerProblemCode.CrsUnitMismatch, at, x, y, crs.Code, ":EPSG:4490", ": EPSG:4490");
        }
        if (IsInZone(east, north, crs)) return null;
        return LayerProblem.At(
            IsInZone(north, east, crs) ? LayerProblemCode.AxesSwapped : LayerProblemCode.OutsideZone,
            at, x, y, crs.Code);
    }

    private static bool IsInZone(double east, double north, CoordinateSystem crs)
    {
        const double QuarterMeridian = 1.0002e7;
        if (Math.Abs(north) > QuarterMeridian) return false;
        (double longitude, _) = crs.ToLonLat(east, north);
        return double.IsFinite(longitude) && crs.Reaches(longitude) && IsBackAt(east, crs, longitude, north);
    }

    /// <summary>Far outside its zone the inverse of a projection goes astray: it must lead back.</summary>
    private static bool IsBackAt(double east, CoordinateSystem crs, double longitude, double north)
    {
        const double Metre = 1;
        (_, double latitude) = crs.ToLonLat(east, north);
        return Math.Abs(crs.FromLonLat(longitude, latitude).East - east) < Metre;
    }

    /// <summary>Which metres they may be, as the end of a remedy.</summary>
    private static (string Chinese, string English) Guess(double east, double north)
    {
        const double CentralMeridianSpacing = 1e6;
        if (north is > 0 and < LargestNorthing && east is > ZonePrefixed and < LargestZonePrefixed)
        {
            int zone = (int)(east / CentralMeridianSpacing);
            return (string.Create(CultureInfo.InvariantCulture, $":疑为高斯-克吕格第 {zone} 带"),
                string.Create(CultureInfo.InvariantCulture, $": it looks like Gauss-Kruger zone {zone}"));
        }
        if (north is > 0 and < LargestNorthing && east is > 0 and < LargestEasting)
            return (":疑为不带带号的高斯-克吕格投影", ": it looks like Gauss-Kruger without zone number");
        return Math.Max(Math.Abs(east), Math.Abs(north)) <= WebMercatorLimit
            ? (":疑为 EPSG:3857", ": it looks like EPSG:3857")
            : ("", "");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

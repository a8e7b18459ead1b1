using System.Collections.Immutable;
using System.Globalization;
using Gep.Spatial.Features;

namespace Gep.Api.Maps.Filters;

/// <summary>Reads boxes of four or six numbers; [OGC-FEATURES-1] §7.15.3.</summary>
internal static class BoxText
{
    private const int Flat = 4, WithHeights = 6;
    private const double LongitudeLimit = 180, LatitudeLimit = 90;

    /// <summary>
    /// The box; two boxes where it crosses the antimeridian, its west being greater than its east; none
    /// where the text is no box. Heights are passed over.
    /// </summary>
    public static ImmutableArray<LonLatBox> Parse(string text, ResponseCrs crs)
    {
        string[] parts = text.Split(',');
        if (parts.Length is not (Flat or WithHeights)) return [];
        var numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            bool isNumber = double.TryParse(
                parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]);
            if (!isNumber || !double.IsFinite(numbers[i])) return [];
        }
        int second = parts.Length / 2;
        var (west, south) = crs.ToLonLat(numbers[0], numbers[1]);
        var (east, north) = crs.ToLonLat(numbers[second], numbers[second + 1]);
        bool isInWorld = Math.Abs(west) <= LongitudeLimit && Math.Abs(east) <= LongitudeLimit
            && Math.Abs(south) <= LatitudeLimit && Math.Abs(north) <= LatitudeLimit;
        if (!isInWorld || south > north) return [];
        return west <= east
            ? [new LonLatBox(west, south, east, north)]
            :
            [
                new LonLatBox(west, south, LongitudeLimit, north),
                new LonLatBox(-LongitudeLimit, south, east, north),
            ];
    }
}

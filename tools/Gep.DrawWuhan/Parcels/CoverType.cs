using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Parcels;

/// <summary>
/// The second level of the classification, chosen by smooth noise: invented, but in patches.
/// </summary>
internal static class CoverType
{
    /// <summary>Marsh in reserves and along shores, flats on some river banks, ponds elsewhere.</summary>
    public static string Wetland(Landscape landscape, Coordinate at)
    {
        const double FlatReachMetres = 450, MarshReachMetres = 500;
        double water = landscape.WaterMetres(at), noise = Chance.Noise("wet-type", at.X, at.Y, 2600);
        if (water < FlatReachMetres && noise > 0.62) return "WET/flat";
        if (landscape.IsInReserve(at) && noise > 0.28) return "WET/marsh";
        return water < MarshReachMetres && noise > 0.42 || noise > 0.72 ? "WET/marsh" : "WET/pond";
    }

    /// <summary>
    /// Mixed and deciduous in the north, evergreen and needle in the south, bamboo in groves.
    /// </summary>
    public static string Forest(Landscape landscape, Coordinate at)
    {
        const double NorthMetres = 28_000;
        double noise = Chance.Noise("forest-type", at.X, at.Y, 3200);
        double grove = Chance.Noise("bamboo", at.X, at.Y, 1300);
        if (grove > 0.8) return "FOR/bamboo";
        if (landscape.Hill(at) < 0.42 && grove < 0.42) return "FOR/sparse";
        bool isNorth = at.Y > NorthMetres;
        if (noise < 0.36) return "FOR/ENF";
        if (noise < 0.52) return "FOR/MF";
        return isNorth == noise < 0.7 ? "FOR/DBF" : "FOR/EBF";
    }

    /// <summary>Paddy near water and in the lowland, dry land beside it, orchards in patches.</summary>
    public static string Cropland(Landscape landscape, Coordinate at)
    {
        double noise = Chance.Noise("crop-type", at.X, at.Y, 4200);
        if (Chance.Noise("orchard", at.X, at.Y, 1700) > 0.76) return "CRO/orchard";
        double dry = noise + 0.15 * Math.Min(landscape.Hill(at), 1) + landscape.WaterMetres(at) / 40_000;
        return dry > 0.6 ? "CRO/dry" : "CRO/paddy";
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Gep.Spatial.Crs;

/// <summary>A coordinate reference system that layers may use; the list is closed.</summary>
/// <remarks>
/// CGCS2000 and WGS 84 are treated as identical. Both follow the ITRF, and their ellipsoids share a and
/// differ in 1/f by 1.5e-6, which moves no point by more than 0.1 mm and no area of a degree cell by more
/// than 1 m².<br/>
/// Source: [EPSG-4490] CGCS2000 is ITRF97 at epoch 2000.0; [CGCS2000] defining constants.
/// </remarks>
public sealed class CoordinateSystem
{
    private const string UrnPrefix = "urn:ogc:def:crs:";

    private CoordinateSystem(int epsgCode, string nameChinese, string nameEnglish) =>
        (EpsgCode, NameChinese, NameEnglish) = (epsgCode, nameChinese, nameEnglish);

    /// <summary>EPSG:4490, longitude and latitude on CGCS2000, the home of every layer.</summary>
    public static CoordinateSystem Cgcs2000 { get; } = new(4490, "2000国家大地坐标系", "CGCS2000");

    /// <summary>EPSG:4326, longitude and latitude on WGS 84.</summary>
    public static CoordinateSystem Wgs84 { get; } = new(4326, "WGS 84 坐标系", "WGS 84");

    /// <summary>All systems.</summary>
    public static ImmutableArray<CoordinateSystem> All { get; } = [Cgcs2000, Wgs84];

    /// <summary>Number in the EPSG registry.</summary>
    public int EpsgCode { get; }

    /// <summary>Chinese name.</summary>
    public string NameChinese { get; }

    /// <summary>English name.</summary>
    public string NameEnglish { get; }

    /// <summary>The code with its authority: <c>EPSG:4490</c>.</summary>
    public string Code => $"EPSG:{EpsgCode}";

    /// <summary>
    /// Finds a system by <c>EPSG:4490</c>, <c>4490</c>, <c>urn:ogc:def:crs:EPSG::4490</c> or
    /// <c>urn:ogc:def:crs:OGC:1.3:CRS84</c>; upper and lower case are the same.
    /// </summary>
    /// <remarks>
    /// Files are read longitude first whatever the axis order of the authority: [RFC7946] §4.
    /// </remarks>
    public static bool TryFind(string? text, [NotNullWhen(true)] out CoordinateSystem? found)
    {
        found = null;
        if (text is null) return false;
        string name = text.Trim();
        if (name.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase)) name = name[UrnPrefix.Length..];
        int lastColon = name.LastIndexOf(':');
        string authority = lastColon < 0 ? "EPSG" : name[..name.IndexOf(':', StringComparison.Ordinal)];
        string code = name[(lastColon + 1)..];
        if (authority.Equals("OGC", StringComparison.OrdinalIgnoreCase))
        {
            if (code.Equals("CRS84", StringComparison.OrdinalIgnoreCase)) found = Wgs84;
        }
        else if (authority.Equals("EPSG", StringComparison.OrdinalIgnoreCase))
        {
            found = All.FirstOrDefault(system => system.Code == $"EPSG:{code}");
        }
        return found is not null;
    }

    /// <summary>The code with its authority.</summary>
    public override string ToString() => Code;
}

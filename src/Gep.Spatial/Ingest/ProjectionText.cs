using System.Globalization;
using System.Text.RegularExpressions;
using Gep.Spatial.Crs;

namespace Gep.Spatial.Ingest;

/// <summary>Finds the reference system that the text of a .prj file describes.</summary>
/// <remarks>Source: [OGC-CT] WKT of the first kind, and the names that ESRI products write.</remarks>
internal static partial class ProjectionText
{
    private const int LongestText = 1 << 14;

    /// <summary>Code of the system, or its name in the file where it is not in the list.</summary>
    public static string CodeOf(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        string name = Name().Match(text) is { Success: true } match ? match.Groups["name"].Value
            : text.Trim();
        bool isChina = text.Contains("China", StringComparison.OrdinalIgnoreCase)
            || text.Contains("CGCS2000", StringComparison.OrdinalIgnoreCase)
            || text.Contains("CGCS_2000", StringComparison.OrdinalIgnoreCase);
        bool isWgs = text.Contains("WGS_1984", StringComparison.OrdinalIgnoreCase)
            || text.Contains("WGS 84", StringComparison.OrdinalIgnoreCase);
        if (!isChina && !isWgs) return name;
        if (!text.Contains("PROJCS", StringComparison.OrdinalIgnoreCase))
            return (isChina ? CoordinateSystem.Cgcs2000 : CoordinateSystem.Wgs84).Code;
        if (text.Contains("Auxiliary_Sphere", StringComparison.OrdinalIgnoreCase)
            || text.Contains("Pseudo-Mercator", StringComparison.OrdinalIgnoreCase))
        {
            return CoordinateSystem.WebMercator.Code;
        }
        string projection = Projection().Match(text).Groups["name"].Value;
        if (projection is not ("Transverse_Mercator" or "Gauss_Kruger")) return name;
        return CoordinateSystem.FindProjected(new ProjectedSystem(
            0, name, name, AxisOrder.EastNorth, 0,
            Parameter(text, "central_meridian", 0), Parameter(text, "scale_factor", 1),
            Parameter(text, "false_easting", 0), Parameter(text, "false_northing", 0)))?.Code ?? name;
    }

    private static double Parameter(string text, string name, double otherwise)
    {
        foreach (Match match in Parameters().Matches(text))
        {
            bool isIt = match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase);
            if (isIt && double.TryParse(
                match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture,
                    out double value))
            {
                return value;
            }
        }
        return otherwise;
    }

    [GeneratedRegex("""^\s*\w+\s*\[\s*"(?<name>[^"]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("""PROJECTION\s*\[\s*"(?<name>[^"]*)""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Projection();

    [GeneratedRegex(
        """PARAMETER\s*\[\s*"(?<name>[^"]*)"\s*,\s*(?<value>[-+0-9.eE]+)""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Parameters();
}

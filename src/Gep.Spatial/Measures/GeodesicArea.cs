namespace Gep.Spatial.Measures;

/// <summary>Area and length of polygons whose edges are shortest lines on the CGCS2000 ellipsoid.</summary>
/// <remarks>
/// The other definition in use (PostGIS geography, GeographicLib). At the size of parcels it differs from the
/// survey's by less than 0.1 m²; accounts use <see cref="EllipsoidArea"/>.<br/>
/// The sum over the edges of the area between each and the equator; a ring about a pole takes in half of the
/// ellipsoid. Source: [KARNEY2013] §6.
/// </remarks>
public static class GeodesicArea
{
    private const double FullTurn = 360, HalfTurn = 180;

    /// <summary>Area of the whole ellipsoid [m²].</summary>
    public static double EllipsoidSquareMetres { get; } = 4 * Math.PI * GeodesicEdge.AuthalicRadiusSquared;

    /// <summary>
    /// Area inside a ring with a sign: positive where it runs counter-clockwise [m²]; null where an edge
    /// joins
    /// places so nearly opposite each other that the shortest line is not found.
    /// </summary>
    /// <param name="ring">Longitudes and latitudes; closed or not [°].</param>
    public static double? SignedSquareMetres(IReadOnlyList<(double Longitude, double Latitude)> ring)
    {
        CompensatedSum sum = default;
        int crossings = 0;
        foreach ((GeodesicEdge? edge, double eastward, double from, double to) in EdgesOf(ring))
        {
            if (edge is null) return null;
            sum.Add(eastward < 0 ? -edge.Value.SquareMetresToEquator : edge.Value.SquareMetresToEquator);
            if (eastward > 0 && from <= 0 && to > 0) crossings++;
            else if (eastward < 0 && to <= 0 && from > 0) crossings--;
        }
        double whole = EllipsoidSquareMetres, area = -sum.Value;
        if (crossings % 2 != 0) area += area < 0 ? whole / 2 : -whole / 2;
        if (area > whole / 2) area -= whole;
        else if (area <= -whole / 2) area += whole;
        return area;
    }

    /// <summary>Area inside a ring, whichever way it runs [m²]; null as above.</summary>
    /// <param name="ring">Longitudes and latitudes; closed or not [°].</param>
    public static double? SquareMetres(IReadOnlyList<(double Longitude, double Latitude)> ring) =>
        SignedSquareMetres(ring) is { } signed ? Math.Abs(signed) : null;

    /// <summary>Length of a ring [m]; null as above.</summary>
    /// <param name="ring">Longitudes and latitudes; closed or not [°].</param>
    public static double? PerimeterMetres(IReadOnlyList<(double Longitude, double Latitude)> ring)
    {
        double sum = 0;
        foreach ((GeodesicEdge? edge, _, _, _) in EdgesOf(ring))
        {
            if (edge is null) return null;
            sum += edge.Value.Metres;
        }
        return sum;
    }

    private static IEnumerable<(GeodesicEdge? Edge, double Eastward, double From, double To)> EdgesOf(
        IReadOnlyList<(double Longitude, double Latitude)> ring)
    {
        for (int i = 0; i < ring.Count; i++)
        {
            (double lon1, double lat1) = ring[i];
            (double lon2, double lat2) = ring[(i + 1) % ring.Count];
            double eastward = Math.IEEERemainder(lon2 - lon1, FullTurn);
            yield return (
                GeodesicEdge.Between(lat1, lat2, Math.Abs(eastward)), eastward, Normal(lon1), Normal(lon2));
        }
    }

    /// <summary>A longitude above −180° and up to 180°.</summary>
    private static double Normal(double longitude)
    {
        double turned = Math.IEEERemainder(longitude, FullTurn);
        return turned <= -HalfTurn ? HalfTurn : turned;
    }
}

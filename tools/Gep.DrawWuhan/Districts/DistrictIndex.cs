using Gep.DrawWuhan.Drawing;
using Gep.Spatial.Measures;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Gep.DrawWuhan.Districts;

/// <summary>
/// The drawn districts prepared for questions: on the file grid for drawing, in the plane for areas.
/// </summary>
internal sealed class DistrictIndex
{
    private readonly IndexedPointInAreaLocator[] locators;
    private readonly IPreparedGeometry[] prepared;

    /// <summary>An index over districts.</summary>
    public DistrictIndex(District[] districts)
    {
        Districts = districts;
        OnGrid = [.. districts.Select(d => Ring(d, at => new(
            Math.Round(at.X * Sheet.GridPerDegree), Math.Round(at.Y * Sheet.GridPerDegree))))];
        InPlane = [.. districts.Select(d => Ring(d, at => EqualAreaPlane.FromLonLat(at.X, at.Y)))];
        CityOnGrid = Planar.Union(OnGrid);
        locators = [.. OnGrid.Select(polygon => new IndexedPointInAreaLocator(polygon))];
        prepared = [.. OnGrid.Select(PreparedGeometryFactory.Prepare)];
    }

    /// <summary>The districts in order.</summary>
    public District[] Districts { get; }

    /// <summary>Their polygons on the file grid (seven decimals), in order.</summary>
    public Polygon[] OnGrid { get; }

    /// <summary>Their polygons in the equal-area plane, from the coordinates as written, in order.</summary>
    public Polygon[] InPlane { get; }

    /// <summary>The city on the file grid.</summary>
    public Geometry CityOnGrid { get; }

    /// <summary>Code of the district at a grid point; empty outside the city.</summary>
    public string CodeAt(Coordinate grid)
    {
        for (int i = 0; i < locators.Length; i++)
            if (locators[i].Locate(grid) != Location.Exterior) return Districts[i].Code;
        return "";
    }

    /// <summary>The districts a grid geometry touches, by place in the order.</summary>
    public int[] Touching(Geometry grid) =>
        [.. Enumerable.Range(0, prepared.Length).Where(i => prepared[i].Intersects(grid))];

    /// <summary>Whether the geometry lies in this one district only.</summary>
    public bool Contains(int district, Geometry grid) => prepared[district].Contains(grid);

    private static Polygon Ring(District district, Func<Coordinate, Coordinate> carry) =>
        Sheet.Factory.CreatePolygon([.. district.Ring.Select(carry)]);
}

using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Features;

/// <summary>Metres around a latitude, for distances within a city.</summary>
/// <remarks>
/// <c>x = N(φ₀) cos φ₀ · λ</c>, <c>y = M(φ₀) · φ</c> [m]; λ, φ in radians, M and N the radii of curvature
/// of the CGCS2000 ellipsoid at φ₀. Over 100 km the error is below 1 %, over 10 km below 0.1 %.
/// </remarks>
internal sealed class LocalPlane
{
    private const double RadiansPerDegree = Math.PI / 180;

    private readonly double _metresEast, _metresNorth;

    /// <summary>The plane around a latitude [°].</summary>
    public LocalPlane(double latitude)
    {
        double sine = Math.Sin(latitude * RadiansPerDegree);
        double w = 1 - Cgcs2000Ellipsoid.EccentricitySquared * sine * sine;
        double across = Cgcs2000Ellipsoid.SemiMajorAxisMetres / Math.Sqrt(w);
        double along = across * (1 - Cgcs2000Ellipsoid.EccentricitySquared) / w;
        _metresEast = across * Math.Cos(latitude * RadiansPerDegree) * RadiansPerDegree;
        _metresNorth = along * RadiansPerDegree;
    }

    /// <summary>The geometry in metres.</summary>
    public Geometry Of(Geometry inLonLat) =>
        new GeometryEditor(PlaneGeometry.Factory).Edit(inLonLat, new Scaling(this));

    /// <summary>A box that reaches that many metres further on each side.</summary>
    public LonLatBox Grow(LonLatBox box, double metres) => new(
        box.West - metres / _metresEast, box.South - metres / _metresNorth,
        box.East + metres / _metresEast, box.North + metres / _metresNorth);

    private sealed class Scaling(LocalPlane plane) : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) =>
        [
            .. coordinates.Select(each =>
                new Coordinate(each.X * plane._metresEast, each.Y * plane._metresNorth)),
        ];
    }
}

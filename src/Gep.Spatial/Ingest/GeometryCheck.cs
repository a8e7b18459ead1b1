using System.Globalization;
using Gep.Spatial.Measures;
using Gep.Spatial.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Gep.Spatial.Ingest;

/// <summary>A geometry after the check for validity: as it was, repaired, or refused.</summary>
/// <remarks>
/// Valid in the sense of [OGC-SFA] §6.1.11: rings simple, holes inside, interior connected.
/// </remarks>
internal sealed record GeometryCheck(Geometry? Geometry, LayerProblem? Problem, GeometryRepair? Repair)
{
    /// <summary>
    /// A repair that moves less than this is a remark only: 1 m² is no area in any account [m²].
    /// </summary>
    private const double RemarkSquareMetres = 1;

    public static GeometryCheck Of(Geometry drawn, LayerPlace place)
    {
        if (new IsValidOp(drawn).ValidationError is not { } error)
            return new GeometryCheck(drawn, null, null);
        Coordinate where = EqualAreaPlane.ToLonLat(error.Coordinate ?? drawn.Coordinate);
        LayerPlace at = place with { Longitude = where.X, Latitude = where.Y };
        (string chinese, string english) = Describe(error);
        Geometry repaired = GeometryFixer.Fix(drawn);
        if (repaired.IsEmpty || repaired.Dimension < drawn.Dimension)
        {
            return new GeometryCheck(
                null, LayerProblem.At(LayerProblemCode.GeometryUnrepairable, at, chinese, english), null);
        }
        var repair = new GeometryRepair(
            place.Feature!.Value, place.FeatureId!, chinese, english, where.X, where.Y,
            EllipsoidArea.SquareMetres(drawn), EllipsoidArea.SquareMetres(repaired));
        LayerProblem problem = LayerProblem.At(
            LayerProblemCode.GeometryInvalidRepaired,
            repair.SquareMetresMoved < RemarkSquareMetres
                ? LayerProblemSeverity.Remark
                : LayerProblemSeverity.Warning,
            at, chinese, english, Rounded(repair.SquareMetresBefore), Rounded(repair.SquareMetresAfter));
        return new GeometryCheck(repaired, problem, repair);
    }

    private static string Rounded(double squareMetres) =>
        squareMetres.ToString("0.00", CultureInfo.InvariantCulture);

    private static (string Chinese, string English) Describe(TopologyValidationError error) =>
        error.ErrorType switch
        {
            TopologyValidationErrors.HoleOutsideShell => ("洞在外环之外", "hole outside its shell"),
            TopologyValidationErrors.NestedHoles => ("洞中有洞", "nested holes"),
            TopologyValidationErrors.DisconnectedInteriors => ("内部不连通", "interior not connected"),
            TopologyValidationErrors.SelfIntersection => ("自相交", "self-intersection"),
            TopologyValidationErrors.RingSelfIntersection => ("环自相交", "ring self-intersection"),
            TopologyValidationErrors.NestedShells => ("外环嵌套", "nested shells"),
            TopologyValidationErrors.DuplicateRings => ("环重复", "duplicate rings"),
            TopologyValidationErrors.TooFewPoints => ("点数不足", "too few positions"),
            TopologyValidationErrors.InvalidCoordinate => ("坐标无效", "invalid coordinate"),
            TopologyValidationErrors.RingNotClosed => ("环未闭合", "ring not closed"),
            _ => ("拓扑错误", error.Message),
        };
}

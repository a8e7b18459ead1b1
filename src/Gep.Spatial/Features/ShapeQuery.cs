using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Distance;

namespace Gep.Spatial.Features;

/// <summary>A geometry that features are compared with; one query is used by one thread.</summary>
/// <remarks>Both are taken as drawn: edges are straight in longitude and latitude.</remarks>
public sealed class ShapeQuery
{
    private readonly IPreparedGeometry _prepared;
    private readonly bool _isBox;
    private readonly LocalPlane _plane;
    private readonly Lazy<IndexedFacetDistance> _distance;
    private readonly Lazy<Geometry> _inEqualArea;

    internal ShapeQuery(Geometry inLonLat, bool isBox = false)
    {
        _isBox = isBox;
        _prepared = PreparedGeometryFactory.Prepare(inLonLat);
        Envelope envelope = inLonLat.EnvelopeInternal;
        Bounds = envelope.IsNull
            ? LonLatBox.Empty
            : new LonLatBox(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
        _plane = new LocalPlane(envelope.IsNull ? 0 : envelope.Centre.Y);
        _distance = new Lazy<IndexedFacetDistance>(() => new IndexedFacetDistance(_plane.Of(inLonLat)));
        _inEqualArea = new Lazy<Geometry>(() => EqualArea(inLonLat));
    }

    /// <summary>The box around it.</summary>
    public LonLatBox Bounds { get; }

    /// <summary>A query by box; one without width or height is a line or a position.</summary>
    public static ShapeQuery OfBox(LonLatBox box) => new(
        PlaneGeometry.Factory.ToGeometry(new Envelope(box.West, box.East, box.South, box.North)),
        isBox: true);

    /// <summary>A query by a feature's own geometry.</summary>
    public static ShapeQuery OfShape(FeatureShape shape) => new(shape.ToGeometry());

    /// <summary>The box that everything within that many metres touches.</summary>
    public LonLatBox Reach(double metres) => _plane.Grow(Bounds, metres);

    /// <summary>Whether a feature comes as near as that [m]; zero is contact.</summary>
    public bool IsWithinDistance(FeatureShape shape, double metres)
    {
        if (!Reach(metres).Intersects(shape.Bounds)) return false;
        Geometry feature = shape.ToGeometry();
        return _prepared.Intersects(feature) || _distance.Value.IsWithinDistance(_plane.Of(feature), metres);
    }

    /// <summary>Which part of a feature's area lies in the geometry [1]; 0 of a feature without
    /// area.</summary>
    public double ShareInside(FeatureShape shape)
    {
        if (!Bounds.Intersects(shape.Bounds)) return 0;
        Geometry feature = shape.ToGeometry();
        if (_prepared.Covers(feature)) return 1;
        Geometry plane = EqualArea(feature);
        return plane.Area > 0 ? new AreaCut().Intersection(plane, _inEqualArea.Value).Area / plane.Area : 0;
    }

    /// <summary>Whether a feature lies to the geometry as asked.</summary>
    public bool Matches(ShapeRelation relation, FeatureShape shape)
    {
        bool areApart = !Bounds.Intersects(shape.Bounds);
        if (areApart) return relation == ShapeRelation.Disjoint;
        if (_isBox && relation == ShapeRelation.Intersects && Bounds.Contains(shape.Bounds)) return true;
        Geometry feature = shape.ToGeometry();
        return relation switch
        {
            ShapeRelation.Intersects => _prepared.Intersects(feature),
            ShapeRelation.Disjoint => _prepared.Disjoint(feature),
            ShapeRelation.Within => _prepared.Contains(feature),
            ShapeRelation.Contains => _prepared.Within(feature),
            ShapeRelation.Touches => _prepared.Touches(feature),
            ShapeRelation.Overlaps => _prepared.Overlaps(feature),
            ShapeRelation.Crosses => feature.Crosses(_prepared.Geometry),
            ShapeRelation.Equals => feature.EqualsTopologically(_prepared.Geometry),
            ShapeRelation.Covers => _prepared.CoveredBy(feature),
            ShapeRelation.CoveredBy => _prepared.Covers(feature),
        };
    }

    /// <summary>Whether a relation can only hold where the boxes meet.</summary>
    public static bool NeedsContact(ShapeRelation relation) => relation != ShapeRelation.Disjoint;

    private static Geometry EqualArea(Geometry inLonLat) =>
        new GeometryEditor(PlaneGeometry.Factory).Edit(inLonLat, new IntoPlane());

    private sealed class IntoPlane : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) =>
            [.. coordinates.Select(each => EqualAreaPlane.FromLonLat(each.X, each.Y))];
    }
}

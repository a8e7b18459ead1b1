using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Gep.Spatial.Features;

/// <summary>A geometry that features are compared with; one query is used by one thread.</summary>
/// <remarks>Both are taken as drawn: edges are straight in longitude and latitude.</remarks>
public sealed class ShapeQuery
{
    private readonly IPreparedGeometry _prepared;
    private readonly bool _isBox;

    internal ShapeQuery(Geometry inLonLat, bool isBox = false)
    {
        _isBox = isBox;
        _prepared = PreparedGeometryFactory.Prepare(inLonLat);
        Envelope envelope = inLonLat.EnvelopeInternal;
        Bounds = envelope.IsNull
            ? LonLatBox.Empty
            : new LonLatBox(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
    }

    /// <summary>The box around it.</summary>
    public LonLatBox Bounds { get; }

    /// <summary>A query by box; one without width or height is a line or a position.</summary>
    public static ShapeQuery OfBox(LonLatBox box) => new(
        PlaneGeometry.Factory.ToGeometry(new Envelope(box.West, box.East, box.South, box.North)),
        isBox: true);

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
        };
    }

    /// <summary>Whether a relation can only hold where the boxes meet.</summary>
    public static bool NeedsContact(ShapeRelation relation) => relation != ShapeRelation.Disjoint;
}

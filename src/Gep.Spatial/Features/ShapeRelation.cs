namespace Gep.Spatial.Features;

/// <summary>How a feature can lie to a given geometry; the names of [OGC-SFA] §6.1.15.</summary>
public enum ShapeRelation
{
    /// <summary>They share a position.</summary>
    Intersects,

    /// <summary>They share none.</summary>
    Disjoint,

    /// <summary>The feature lies in the geometry.</summary>
    Within,

    /// <summary>The geometry lies in the feature.</summary>
    Contains,

    /// <summary>They share borders, no interior.</summary>
    Touches,

    /// <summary>They share a part of each, of the same dimension.</summary>
    Overlaps,

    /// <summary>One runs through the other.</summary>
    Crosses,

    /// <summary>They are the same set of positions.</summary>
    Equals,

    /// <summary>The feature holds the whole geometry, borders counted.</summary>
    Covers,

    /// <summary>The geometry holds the whole feature, borders counted.</summary>
    CoveredBy,
}

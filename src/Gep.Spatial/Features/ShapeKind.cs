namespace Gep.Spatial.Features;

/// <summary>What the parts of a shape are.</summary>
public enum ShapeKind
{
    /// <summary>Positions.</summary>
    Point,

    /// <summary>Lines.</summary>
    Line,

    /// <summary>Polygons: a shell and its holes.</summary>
    Polygon,
}

using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Drawing;

/// <summary>
/// A feature of a layer: geometry on the file grid, years of validity, and its other attributes.
/// </summary>
/// <param name="Id">Unique within the layer.</param>
/// <param name="Type">Ecosystem type code; empty in layers that are not ecosystem layers.</param>
/// <param name="Shape">Polygon or multipolygon of the file grid.</param>
/// <param name="File">The file it is written to, without folder and extension, e.g. <c>420116</c>.</param>
internal sealed record Feature(string Id, string Type, Geometry Shape, string File)
{
    /// <summary>First year it holds for; open when absent.</summary>
    public int? ValidFrom { get; init; }

    /// <summary>First year it no longer holds for; open when absent.</summary>
    public int? ValidTo { get; init; }

    /// <summary>
    /// Further attributes in the order they are written; a value is a text, a number or nothing.
    /// </summary>
    public (string Name, object? Value)[] Attributes { get; init; } = [];

    /// <summary>The value of an attribute; nothing when the feature has none of this name.</summary>
    public object? this[string name] => Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;

    /// <summary>Whether it holds for a year.</summary>
    public bool HoldsIn(int year) => (ValidFrom ?? year) <= year && year < (ValidTo ?? year + 1);

    /// <summary>Area on the ellipsoid of the geometry as written [m²].</summary>
    public double SquareMetres { get; } = Sheet.AreaOfGrid(Shape);
}

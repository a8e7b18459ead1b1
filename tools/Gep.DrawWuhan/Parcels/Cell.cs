using Gep.DrawWuhan.Drawing;
using NetTopologySuite.Geometries;

namespace Gep.DrawWuhan.Parcels;

/// <summary>A piece of land of the tiling: not yet a parcel, but a candidate for one.</summary>
internal sealed class Cell(int number, int part, int district, Geometry shape)
{
    /// <summary>
    /// Number of the tile it was cut from; with <see cref="Part"/> the stable order of all parcels.
    /// </summary>
    public int Number { get; } = number;

    /// <summary>Which piece of the tile.</summary>
    public int Part { get; } = part;

    /// <summary>Place of the district in the order of districts.</summary>
    public int District { get; } = district;

    /// <summary>Polygon or multipolygon of the file grid.</summary>
    public Geometry Shape { get; set; } = shape;

    /// <summary>A point well inside it, on the drawing sheet.</summary>
    public Coordinate Middle { get; } = Sheet.FromGrid(shape.Centroid.Coordinate);

    /// <summary>Ecosystem type; empty for built-up ground, which no layer covers.</summary>
    public string Type { get; set; } = "";

    /// <summary>Whether it was left overlapping a river or lake on purpose.</summary>
    public bool LeftOverlapping { get; init; }

    /// <summary>
    /// Whether a conversion or a split fixed its shape: it is not merged or grown any more.
    /// </summary>
    public bool Fixed { get; set; }

    /// <summary>Number of the conversion it undergoes, none for 0.</summary>
    public int Conversion { get; set; }

    /// <summary>Area on the ellipsoid [m²].</summary>
    public double SquareMetres => Sheet.AreaOfGrid(Shape);

    /// <summary>The same cell with another shape, as a further part.</summary>
    public Cell With(Geometry other, int newPart) => new(Number, newPart, District, other);
}

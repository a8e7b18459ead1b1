using Gep.Spatial.Features;

namespace Gep.Spatial.Tiles;

/// <summary>Writes the features of one layer of one tile; used by one thread.</summary>
internal sealed class TileFeatureWriter(TileFeatures features, TileValues values, TileGeometry geometry)
{
    private const int IdField = 1, TagsField = 2, TypeField = 3, GeometryField = 4;

    /// <summary>Pieces of a mosaic are numbered from here on, behind the numbers of all features.</summary>
    private const ulong FirstMosaicNumber = 1UL << 52;

    private readonly WireWriter _feature = new(), _tags = new();

    /// <summary>Writes what is seen of a feature; nothing when nothing is.</summary>
    public void Write(WireWriter body, int field, int item)
    {
        WorldShape shape = features.Shape(item);
        if (!geometry.TryWrite(shape)) return;
        _tags.Clear();
        values.WriteTags(_tags, item);
        Write(body, field, features.Number(item), shape.Kind);
    }

    /// <summary>Writes a piece of the mosaic.</summary>
    public void WriteMosaic(WireWriter body, int field, MosaicPiece piece)
    {
        geometry.WriteRectangles(piece.Rectangles);
        _tags.Clear();
        values.WriteMosaicTags(_tags, piece.Value);
        Write(body, field, FirstMosaicNumber + (ulong)piece.Value, ShapeKind.Polygon);
    }

    private void Write(WireWriter body, int field, ulong number, ShapeKind kind)
    {
        _feature.Clear();
        _feature.Field(IdField, number);
        _feature.Field(TagsField, _tags.Written);
        _feature.Field(TypeField, (ulong)kind + 1);
        _feature.Field(GeometryField, geometry.Commands);
        body.Field(field, _feature.Written);
    }
}

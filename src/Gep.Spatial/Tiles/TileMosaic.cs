using System.Buffers;

namespace Gep.Spatial.Tiles;

/// <summary>The cells of a tile that show one value.</summary>
/// <param name="Value">Number of the value.</param>
/// <param name="Rectangles">
/// Left, top, right and bottom in units of the tile; none overlaps another.
/// </param>
internal readonly record struct MosaicPiece(
    int Value, IReadOnlyList<(int Left, int Top, int Right, int Bottom)> Rectangles);

/// <summary>
/// A tile as 128 × 128 cells, each with the value that most of its ground has, for features that are too
/// small to be shown by themselves.
/// </summary>
internal sealed class TileMosaic : IDisposable
{
    private const int Side = 128, CellUnits = TileWindow.Extent / Side;

    /// <summary>Least share of a cell that must be covered for the cell to be drawn.</summary>
    private const float LeastShare = 0.3f;

    private const int None = -1;

    private readonly TileWindow _window;
    private readonly (int First, int End) _values;
    private readonly int _count;
    private readonly float[] _areas;
    private bool _isEmpty = true;

    public TileMosaic(TileWindow window, (int First, int End) values)
    {
        (_window, _values, _count) = (window, values, values.End - values.First);
        _areas = ArrayPool<float>.Shared.Rent(Side * Side * _count);
        Array.Clear(_areas, 0, Side * Side * _count);
    }

    /// <summary>Spreads the area of a feature over the cells that its box meets.</summary>
    public void Add(in WorldBox box, float squareUnits, int value)
    {
        if (value < 0) return;
        double scale = 1.0 / (_window.WorldUnits * CellUnits);
        double left = (box.Left - _window.OriginX) * scale, right = (box.Right - _window.OriginX) * scale;
        double top = (box.Top - _window.OriginY) * scale, bottom = (box.Bottom - _window.OriginY) * scale;
        int firstColumn = (int)Math.Floor(left), lastColumn = (int)Math.Floor(right);
        int firstRow = (int)Math.Floor(top), lastRow = (int)Math.Floor(bottom);
        float area = (float)(squareUnits * scale * scale);
        if (firstColumn == lastColumn && firstRow == lastRow)
        {
            Add(firstColumn, firstRow, area, value);
            return;
        }
        double perBox = area / ((right - left) * (bottom - top));
        for (int row = Math.Max(0, firstRow); row <= Math.Min(Side - 1, lastRow); row++)
        {
            double height = Math.Min(bottom, row + 1) - Math.Max(top, row);
            for (int column = Math.Max(0, firstColumn); column <= Math.Min(Side - 1, lastColumn); column++)
            {
                double width = Math.Min(right, column + 1) - Math.Max(left, column);
                Add(column, row, (float)(perBox * width * height), value);
            }
        }
    }

    /// <summary>Gives out a piece for each value that is there.</summary>
    public void Write(Action<MosaicPiece> write)
    {
        if (_isEmpty) return;
        int[] shown = Shown();
        var rectangles = new List<(int, int, int, int)>[_count];
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                int value = shown[row * Side + column];
                if (value != None) (rectangles[value] ??= []).Add(Take(shown, column, row, value));
            }
        }
        for (int value = 0; value < _count; value++)
        {
            if (rectangles[value] is not null)
                write(new MosaicPiece(_values.First + value, rectangles[value]));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_areas);

    private void Add(int column, int row, float area, int value)
    {
        if (column is < 0 or >= Side || row is < 0 or >= Side) return;
        _areas[(row * Side + column) * _count + value - _values.First] += area;
        _isEmpty = false;
    }

    /// <summary>The value of each cell that is covered well enough.</summary>
    private int[] Shown()
    {
        var shown = new int[Side * Side];
        for (int cell = 0; cell < shown.Length; cell++)
        {
            ReadOnlySpan<float> areas = _areas.AsSpan(cell * _count, _count);
            float sum = 0, greatest = 0;
            shown[cell] = None;
            for (int value = 0; value < areas.Length; value++)
            {
                sum += areas[value];
                if (areas[value] <= greatest) continue;
                (greatest, shown[cell]) = (areas[value], value);
            }
            if (sum < LeastShare) shown[cell] = None;
        }
        return shown;
    }

    /// <summary>Takes the rectangle of one value that begins in a cell, as wide and then as high as it
    /// goes.</summary>
    private static (int Left, int Top, int Right, int Bottom) Take(
        int[] shown, int column, int row, int value)
    {
        int width = 1, height = 1;
        while (column + width < Side && shown[row * Side + column + width] == value) width++;
        while (row + height < Side
            && shown.AsSpan((row + height) * Side + column, width).IndexOfAnyExcept(value) < 0)
        {
            height++;
        }
        for (int taken = 0; taken < height; taken++)
            shown.AsSpan((row + taken) * Side + column, width).Fill(None);
        int right = column + width, bottom = row + height;
        return (column * CellUnits, row * CellUnits, right * CellUnits, bottom * CellUnits);
    }
}

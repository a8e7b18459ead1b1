using Gep.Spatial.Features;

namespace Gep.Spatial.Tiles;

/// <summary>Turns shapes of the world into the commands of one tile; used by one thread.</summary>
/// <remarks>
/// Projected, clipped, rounded, without repeated and collinear positions, shells clockwise on the screen and
/// holes the other way: [MVT-2.1] §4.3.
/// </remarks>
internal sealed class TileGeometry(TileWindow window)
{
    private const int MoveTo = 1, LineTo = 2, ClosePath = 7, CountBits = 3;
    private const int LeastRingPositions = 3, LeastLinePositions = 2;

    private readonly WireWriter commands = new();
    private (int X, int Y)[] _rounded = new (int, int)[64];
    private int _count;
    private List<(double X, double Y)> _path = [], _spare = [];
    private int _x, _y;

    /// <summary>What was written last.</summary>
    public ReadOnlySpan<byte> Commands => commands.Written;

    /// <summary>Writes the commands of what is seen of a shape; false when nothing is.</summary>
    public bool TryWrite(WorldShape shape)
    {
        Begin();
        switch (shape.Kind)
        {
            case ShapeKind.Polygon:
                WritePolygons(shape, window.Holds(shape.Box));
                break;
            case ShapeKind.Line:
                WriteLines(shape);
                break;
            case ShapeKind.Point:
                WritePoints(shape);
                break;
        }
        return commands.Length > 0;
    }

    /// <summary>Writes rectangles, each a polygon.</summary>
    public void WriteRectangles(IReadOnlyList<(int Left, int Top, int Right, int Bottom)> rectangles)
    {
        Begin();
        foreach (var (left, top, right, bottom) in rectangles)
        {
            (_rounded[0], _rounded[1]) = ((left, top), (right, top));
            (_rounded[2], _rounded[3]) = ((right, bottom), (left, bottom));
            _count = 4;
            WritePath();
            commands.Varint(1 << CountBits | ClosePath);
        }
    }

    private void Begin()
    {
        commands.Clear();
        (_x, _y) = (0, 0);
    }

    private void WritePolygons(WorldShape shape, bool isWhole)
    {
        for (int part = 0, path = 0; part < shape.PartEnds.Length; part++)
        {
            bool isShell = true, hasShell = false;
            for (; path < shape.PartEnds[part]; path++)
            {
                if (!isShell && !hasShell) continue;
                if (isWhole) RoundRing(shape, path);
                else ClipRing(shape, path);
                bool isWritten = WriteRing(isShell);
                hasShell |= isShell && isWritten;
                isShell = false;
            }
        }
    }

    /// <summary>Rounds the positions of a ring without the closing one.</summary>
    private void RoundRing(WorldShape shape, int path)
    {
        (int first, int end) = PathOf(shape, path);
        Empty(end - first);
        uint[] positions = shape.Positions;
        for (int i = first; i < end - 1; i++)
            AddRounded((window.RoundX(positions[2 * i]), window.RoundY(positions[2 * i + 1])), true);
    }

    private void ClipRing(WorldShape shape, int path)
    {
        Load(shape, path);
        _path.RemoveAt(_path.Count - 1);
        BoxClip.Ring(ref _path, ref _spare);
        Empty(_path.Count);
        foreach (var (x, y) in _path) AddRounded((window.Round(x), window.Round(y)), true);
    }

    private static (int First, int End) PathOf(WorldShape shape, int path) =>
        (path == 0 ? 0 : shape.PathEnds[path - 1], shape.PathEnds[path]);

    private void Load(WorldShape shape, int path)
    {
        _path.Clear();
        (int first, int end) = PathOf(shape, path);
        for (int i = first; i < end; i++)
            _path.Add((window.X(shape.Positions[2 * i]), window.Y(shape.Positions[2 * i + 1])));
    }

    private bool WriteRing(bool isShell)
    {
        while (_count > 1 && _rounded[_count - 1] == _rounded[0]) _count--;
        while (_count >= LeastRingPositions
            && IsStraight(_rounded[_count - 2], _rounded[_count - 1], _rounded[0]))
        {
            _count--;
        }
        if (_count < LeastRingPositions) return false;
        long area = 0;
        var last = _rounded[_count - 1];
        foreach (var position in _rounded.AsSpan(0, _count))
        {
            area += (long)last.X * position.Y - (long)position.X * last.Y;
            last = position;
        }
        if (area == 0) return false;
        if (area > 0 != isShell) _rounded.AsSpan(0, _count).Reverse();
        WritePath();
        commands.Varint(1 << CountBits | ClosePath);
        return true;
    }

    private void WriteLines(WorldShape shape)
    {
        for (int path = 0; path < shape.PathEnds.Length; path++)
        {
            Load(shape, path);
            Empty(2 * _path.Count);
            for (int i = 1; i < _path.Count; i++)
            {
                var seen = BoxClip.Segment(_path[i - 1], _path[i]);
                if (seen is not { } segment || segment.From != _path[i - 1]) EndLine();
                if (seen is null) continue;
                AddRounded(Rounded(seen.Value.From), dropsCollinear: false);
                AddRounded(Rounded(seen.Value.To), dropsCollinear: false);
                if (seen.Value.To != _path[i]) EndLine();
            }
            EndLine();
        }
    }

    private void EndLine()
    {
        if (_count >= LeastLinePositions) WritePath();
        _count = 0;
    }

    private void WritePoints(WorldShape shape)
    {
        Empty(shape.Positions.Length / 2);
        for (int i = 0; i < shape.Positions.Length; i += 2)
        {
            var position = (X: window.X(shape.Positions[i]), Y: window.Y(shape.Positions[i + 1]));
            if (BoxClip.Holds(position)) _rounded[_count++] = Rounded(position);
        }
        if (_count == 0) return;
        commands.Varint((ulong)(_count << CountBits | MoveTo));
        foreach (var position in _rounded.AsSpan(0, _count)) Move(position);
    }

    private (int X, int Y) Rounded((double X, double Y) position) =>
        (window.Round(position.X), window.Round(position.Y));

    private void Empty(int most)
    {
        _count = 0;
        if (_rounded.Length < most) Array.Resize(ref _rounded, Math.Max(most, 2 * _rounded.Length));
    }

    private void AddRounded((int X, int Y) position, bool dropsCollinear)
    {
        if (_count > 0 && _rounded[_count - 1] == position) return;
        while (dropsCollinear && _count > 1
            && IsStraight(_rounded[_count - 2], _rounded[_count - 1], position))
        {
            _count--;
        }
        if (_count == 0 || _rounded[_count - 1] != position) _rounded[_count++] = position;
    }

    /// <summary>Whether the middle position lies on the line of the others: it may go unseen.</summary>
    private static bool IsStraight((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) =>
        (long)(b.X - a.X) * (c.Y - a.Y) == (long)(c.X - a.X) * (b.Y - a.Y);

    private void WritePath()
    {
        commands.Varint(1 << CountBits | MoveTo);
        Move(_rounded[0]);
        commands.Varint((ulong)(_count - 1 << CountBits | LineTo));
        for (int i = 1; i < _count; i++) Move(_rounded[i]);
    }

    private void Move((int X, int Y) to)
    {
        commands.Varint(WireWriter.ZigZag(to.X - _x));
        commands.Varint(WireWriter.ZigZag(to.Y - _y));
        (_x, _y) = to;
    }
}

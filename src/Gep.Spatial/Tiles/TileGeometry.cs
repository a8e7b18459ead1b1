using Gep.Spatial.Features;

namespace Gep.Spatial.Tiles;

/// <summary>Turns shapes of the world into the commands of one tile; used by one thread.</summary>
/// <remarks>
/// Projected, clipped, rounded, without repeated and collinear positions, shells clockwise on the screen and
/// holes the other way: [MVT-2.1] §4.3.
/// </remarks>
internal sealed class TileGeometry(TileWindow window, WireWriter commands)
{
    private const int MoveTo = 1, LineTo = 2, ClosePath = 7, CountBits = 3;
    private const int LeastRingPositions = 3, LeastLinePositions = 2;

    private readonly List<(int X, int Y)> _rounded = [];
    private List<(double X, double Y)> _path = [], _spare = [];
    private int _x, _y;

    /// <summary>Writes the commands of what is seen of a shape; nothing when nothing is.</summary>
    public void Write(WorldShape shape)
    {
        commands.Clear();
        (_x, _y) = (0, 0);
        bool isWhole = window.Holds(shape);
        switch (shape.Kind)
        {
            case ShapeKind.Polygon:
                WritePolygons(shape, isWhole);
                break;
            case ShapeKind.Line:
                WriteLines(shape);
                break;
            case ShapeKind.Point:
                WritePoints(shape);
                break;
        }
    }

    private void WritePolygons(WorldShape shape, bool isWhole)
    {
        for (int part = 0, path = 0; part < shape.PartEnds.Length; part++)
        {
            bool isShell = true, hasShell = false;
            for (; path < shape.PartEnds[part]; path++)
            {
                if (!isShell && !hasShell) continue;
                LoadRing(shape, path);
                if (!isWhole) BoxClip.Ring(ref _path, ref _spare);
                bool isWritten = WriteRing(isShell);
                hasShell |= isShell && isWritten;
                isShell = false;
            }
        }
    }

    /// <summary>The positions of a ring without the closing one.</summary>
    private void LoadRing(WorldShape shape, int path)
    {
        Load(shape, path);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Load(WorldShape shape, int path)
    {
        _path.Clear();
        int first = path == 0 ? 0 : shape.PathEnds[path - 1];
        for (int i = first; i < shape.PathEnds[path]; i++)
            _path.Add((window.X(shape.Positions[2 * i]), window.Y(shape.Positions[2 * i + 1])));
    }

    private bool WriteRing(bool isShell)
    {
        _rounded.Clear();
        foreach (var (x, y) in _path) AddRounded(x, y, dropsCollinear: true);
        while (_rounded.Count > 1 && _rounded[^1] == _rounded[0]) _rounded.RemoveAt(_rounded.Count - 1);
        while (_rounded.Count >= LeastRingPositions && IsStraight(_rounded[^2], _rounded[^1], _rounded[0]))
            _rounded.RemoveAt(_rounded.Count - 1);
        if (_rounded.Count < LeastRingPositions) return false;
        long area = 0;
        var last = _rounded[^1];
        foreach (var position in _rounded)
        {
            area += (long)last.X * position.Y - (long)position.X * last.Y;
            last = position;
        }
        if (area == 0) return false;
        if (area > 0 != isShell) _rounded.Reverse();
        WritePath();
        commands.Varint(1 << CountBits | ClosePath);
        return true;
    }

    private void WriteLines(WorldShape shape)
    {
        for (int path = 0; path < shape.PathEnds.Length; path++)
        {
            Load(shape, path);
            _rounded.Clear();
            for (int i = 1; i < _path.Count; i++)
            {
                var seen = BoxClip.Segment(_path[i - 1], _path[i]);
                if (seen is not { } segment || segment.From != _path[i - 1]) EndLine();
                if (seen is null) continue;
                AddRounded(seen.Value.From.X, seen.Value.From.Y, dropsCollinear: false);
                AddRounded(seen.Value.To.X, seen.Value.To.Y, dropsCollinear: false);
                if (seen.Value.To != _path[i]) EndLine();
            }
            EndLine();
        }
    }

    private void EndLine()
    {
        if (_rounded.Count >= LeastLinePositions) WritePath();
        _rounded.Clear();
    }

    private void WritePoints(WorldShape shape)
    {
        _rounded.Clear();
        for (int i = 0; i < shape.Positions.Length; i += 2)
        {
            var position = (X: window.X(shape.Positions[i]), Y: window.Y(shape.Positions[i + 1]));
            if (BoxClip.Holds(position)) _rounded.Add((window.Round(position.X), window.Round(position.Y)));
        }
        if (_rounded.Count == 0) return;
        commands.Varint((ulong)(_rounded.Count << CountBits | MoveTo));
        foreach (var position in _rounded) Move(position);
    }

    private void AddRounded(double x, double y, bool dropsCollinear)
    {
        var position = (window.Round(x), window.Round(y));
        if (_rounded.Count > 0 && _rounded[^1] == position) return;
        while (dropsCollinear && _rounded.Count > 1 && IsStraight(_rounded[^2], _rounded[^1], position))
            _rounded.RemoveAt(_rounded.Count - 1);
        if (_rounded.Count == 0 || _rounded[^1] != position) _rounded.Add(position);
    }

    /// <summary>Whether the middle position lies on the line of the others: it may go unseen.</summary>
    private static bool IsStraight((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) =>
        (long)(b.X - a.X) * (c.Y - a.Y) == (long)(c.X - a.X) * (b.Y - a.Y);

    private void WritePath()
    {
        commands.Varint(1 << CountBits | MoveTo);
        Move(_rounded[0]);
        commands.Varint((ulong)(_rounded.Count - 1 << CountBits | LineTo));
        for (int i = 1; i < _rounded.Count; i++) Move(_rounded[i]);
    }

    private void Move((int X, int Y) to)
    {
        commands.Varint(WireWriter.ZigZag(to.X - _x));
        commands.Varint(WireWriter.ZigZag(to.Y - _y));
        (_x, _y) = to;
    }
}

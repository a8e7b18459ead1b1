using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The lines that meet in a vertex, turned through counter-clockwise from one of them; exact.
/// </summary>
/// <param name="X">x of the vertex.</param>
/// <param name="Y">y of the vertex.</param>
/// <param name="AheadX">x of the end of the line to begin from.</param>
/// <param name="AheadY">y of the end of the line to begin from.</param>
internal struct VertexFan(double X, double Y, double AheadX, double AheadY)
{
    private bool _hasFirst;
    private double _firstX, _firstY;

    public readonly bool IsAt(double x, double y) => x == X && y == Y;

    /// <summary>
    /// Whether the line to the given end comes before all that were asked about so far; remembers it then.
    /// </summary>
    public bool TurnsFirst(double x, double y)
    {
        if (_hasFirst && !ComesBefore(x, y)) return false;
        (_hasFirst, _firstX, _firstY) = (true, x, y);
        return true;
    }

    private readonly bool ComesBefore(double x, double y)
    {
        bool isInFirstHalf = IsInFirstHalf(x, y), isFirstInFirstHalf = IsInFirstHalf(_firstX, _firstY);
        if (isInFirstHalf != isFirstInFirstHalf) return isInFirstHalf;
        return Orientation.Side(X, Y, x, y, _firstX, _firstY) > 0;
    }

    /// <summary>Less than half a turn from the line to begin from.</summary>
    private readonly bool IsInFirstHalf(double x, double y) =>
        Orientation.Side(X, Y, AheadX, AheadY, x, y) > 0;
}

using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>One segment of the borders of a coverage [m].</summary>
/// <param name="X0">x of its start.</param>
/// <param name="Y0">y of its start.</param>
/// <param name="X1">x of its end.</param>
/// <param name="Y1">y of its end.</param>
/// <param name="Left">The zone on its left.</param>
/// <param name="Right">The zone on its right.</param>
internal readonly record struct BorderSegment(double X0, double Y0, double X1, double Y1, int Left,
    int Right)
{
    /// <summary>The segment without its zones.</summary>
    public AreaEdge Line => new(X0, Y0, X1, Y1);
}

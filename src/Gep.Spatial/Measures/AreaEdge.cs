using System.Runtime.Intrinsics;

namespace Gep.Spatial.Measures;

/// <summary>An edge of a boundary from its start to its end [m], the area on its left.</summary>
internal readonly record struct AreaEdge(double X0, double Y0, double X1, double Y1)
{
    /// <summary>x and y of its start, then of its end [m].</summary>
    public Vector256<double> Ends => Vector256.Create(X0, Y0, X1, Y1);

    /// <summary>The box around it.</summary>
    public PlaneBox Box => new(Math.Min(X0, X1), Math.Min(Y0, Y1), Math.Max(X0, X1), Math.Max(Y0, Y1));
}

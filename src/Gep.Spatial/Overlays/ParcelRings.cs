using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Where the rings of one parcel lie; the parcel is on the left of each.</summary>
/// <param name="Xs">x [m].</param>
/// <param name="Ys">y [m].</param>
/// <param name="Offset">Where the first ring begins.</param>
/// <param name="Lengths">Vertices of each ring, one ring behind the other.</param>
internal readonly ref struct ParcelRings(double[] Xs, double[] Ys, int Offset, ReadOnlySpan<int> Lengths)
{
    public double[] Xs { get; } = Xs;

    public double[] Ys { get; } = Ys;

    public int Offset { get; } = Offset;

    public ReadOnlySpan<int> Lengths { get; } = Lengths;

    /// <summary>How many vertices there are, with the closing one of each ring.</summary>
    public int Vertices
    {
        get
        {
            int vertices = 0;
            foreach (int length in Lengths) vertices += length;
            return vertices;
        }
    }

    /// <summary>Whether a place that lies on no edge lies inside; exact.</summary>
    public bool Contains(double x, double y)
    {
        bool isInside = false;
        int at = Offset;
        foreach (int length in Lengths)
        {
            for (int i = at; i + 1 < at + length; i++)
                isInside ^= Orientation.CrossesRayEast(Xs[i], Ys[i], Xs[i + 1], Ys[i + 1], x, y);
            at += length;
        }
        return isInside;
    }
}

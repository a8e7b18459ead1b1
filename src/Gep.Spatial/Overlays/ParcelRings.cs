using System.Numerics;
using System.Runtime.Intrinsics;
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

    /// <summary>Whether a place lies inside; null where it is a vertex; exact where it is on no edge.
    /// </summary>
    public bool? Holds(double x, double y)
    {
        const int Lanes = 8;
        Vector512<double> placeX = Vector512.Create(x), placeY = Vector512.Create(y);
        bool isInside = false;
        int start = Offset;
        foreach (int length in Lengths)
        {
            int end = start + length - 1;
            for (int at = start; at < end; at += Lanes)
            {
                Vector512<double> from = Vector512.LoadUnsafe(ref Ys[at]);
                Vector512<double> to = Vector512.LoadUnsafe(ref Ys[at + 1]);
                uint lanes = end - at < Lanes ? (1u << end - at) - 1 : (1u << Lanes) - 1;
                Vector512<double> same = Vector512.Equals(from, placeY)
                    & Vector512.Equals(Vector512.LoadUnsafe(ref Xs[at]), placeX);
                if (((uint)same.ExtractMostSignificantBits() & lanes) != 0) return null;
                uint crossed = lanes & (uint)(Vector512.LessThanOrEqual(from, placeY)
                    ^ Vector512.LessThanOrEqual(to, placeY)).ExtractMostSignificantBits();
                for (; crossed != 0; crossed &= crossed - 1)
                {
                    int i = at + BitOperations.TrailingZeroCount(crossed);
                    isInside ^= Orientation.CrossesRayEast(Xs[i], Ys[i], Xs[i + 1], Ys[i + 1], x, y);
                }
            }
            start += length;
        }
        return isInside;
    }
}

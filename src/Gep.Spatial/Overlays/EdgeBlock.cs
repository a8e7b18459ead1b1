using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Up to eight edges of a ring, one after the other, which are looked at together.</summary>
/// <param name="Vertex">The vertex with which the first of them begins.</param>
/// <param name="Edges">How many they are.</param>
internal readonly record struct EdgeBlock(int Vertex, int Edges)
{
    /// <summary>How many edges are looked at together.</summary>
    public const int Lanes = 8;

    private const uint AllLanes = (1u << Lanes) - 1;

    /// <summary>The edges that count, a bit for each.</summary>
    public uint Mask => AllLanes >> (Lanes - Edges);

    /// <summary>The boxes of the edges.</summary>
    public EdgeBoxes BoxesIn(ParcelRings rings) => new(ref rings.Xs[Vertex], ref rings.Ys[Vertex], Mask);

    /// <summary>Adds the vertices to a list with which those edges begin whose boxes touch a box.</summary>
    public void FindEdges(ParcelRings rings, in PlaneBox box, List<int> found)
    {
        uint near = BoxesIn(rings).Touching(box);
        for (; near != 0; near &= near - 1) found.Add(Vertex + BitOperations.TrailingZeroCount(near));
    }

    /// <summary>
    /// Whether the edges cross the ray east of a place an odd number of times; null where one of them begins
    /// there; exact where it is on none.
    /// </summary>
    /// <param name="xs">x of all vertices; a vector more than the edges is read.</param>
    /// <param name="ys">y of all vertices.</param>
    /// <param name="x">x of the place.</param>
    /// <param name="y">y of the place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? CrossRayEast(double[] xs, double[] ys, double x, double y)
    {
        Vector512<double> height = Vector512.Create(y);
        Vector512<double> from = Vector512.LoadUnsafe(ref ys[Vertex]);
        Vector512<double> to = Vector512.LoadUnsafe(ref ys[Vertex + 1]);
        Vector512<double> same = Vector512.Equals(from, height)
            & Vector512.Equals(Vector512.LoadUnsafe(ref xs[Vertex]), Vector512.Create(x));
        if (((uint)same.ExtractMostSignificantBits() & Mask) != 0) return null;
        uint crossed = Mask & (uint)(Vector512.LessThanOrEqual(from, height)
            ^ Vector512.LessThanOrEqual(to, height)).ExtractMostSignificantBits();
        bool isOdd = false;
        for (; crossed != 0; crossed &= crossed - 1)
        {
            int i = Vertex + BitOperations.TrailingZeroCount(crossed);
            isOdd ^= Orientation.CrossesRayEast(xs[i], ys[i], xs[i + 1], ys[i + 1], x, y);
        }
        return isOdd;
    }
}

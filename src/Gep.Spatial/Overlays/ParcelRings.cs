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

    /// <summary>Adds the vertices to a list with which edges near a box begin, in ascending order.</summary>
    public void FindEdges(in PlaneBox box, List<int> found)
    {
        int start = Offset;
        foreach (int length in Lengths)
        {
            int end = start + length - 1;
            for (int at = start; at < end; at += EdgeBlock.Lanes)
                new EdgeBlock(at, Math.Min(EdgeBlock.Lanes, end - at)).FindEdges(this, box, found);
            start += length;
        }
    }

    /// <summary>Whether a place lies inside; null where it is a vertex; exact where it is on no edge.
    /// </summary>
    public bool? Holds(double x, double y)
    {
        bool isInside = false;
        int start = Offset;
        foreach (int length in Lengths)
        {
            int end = start + length - 1;
            for (int at = start; at < end; at += EdgeBlock.Lanes)
            {
                var block = new EdgeBlock(at, Math.Min(EdgeBlock.Lanes, end - at));
                if (block.CrossRayEast(Xs, Ys, x, y) is not { } isOdd) return null;
                isInside ^= isOdd;
            }
            start += length;
        }
        return isInside;
    }
}

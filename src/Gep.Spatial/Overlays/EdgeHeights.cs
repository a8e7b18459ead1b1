using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The edges of a large parcel by height, to find on which side of them a place lies.</summary>
internal sealed class EdgeHeights
{
    private const int EdgesPerBlock = 8;

    private readonly EdgeBands _bands = new();
    private readonly List<(int Vertex, int Edges)> _blocks = [];

    public EdgeHeights(ParcelRings area)
    {
        var low = new List<double>();
        var high = new List<double>();
        int start = area.Offset;
        foreach (int length in area.Lengths)
        {
            for (int at = start; at < start + length - 1; at += EdgesPerBlock)
            {
                int edges = Math.Min(EdgesPerBlock, start + length - 1 - at);
                ReadOnlySpan<double> ys = area.Ys.AsSpan(at, edges + 1);
                (double least, double greatest) = (ys[0], ys[0]);
                foreach (double y in ys) (least, greatest) = (Math.Min(least, y), Math.Max(greatest, y));
                _blocks.Add((at, edges));
                low.Add(least);
                high.Add(greatest);
            }
            start += length;
        }
        _bands.Take([.. low], [.. high]);
    }

    /// <summary>Whether a place lies inside; null where it is a vertex; exact where it is on no edge.
    /// </summary>
    public bool? Holds(ParcelRings area, double x, double y)
    {
        bool isInside = false;
        foreach (int block in _bands.In(_bands.Of(y)))
        {
            (int vertex, int edges) = _blocks[block];
            for (int i = vertex; i < vertex + edges; i++)
            {
                if (area.Xs[i].Equals(x) && area.Ys[i].Equals(y)) return null;
                isInside ^= Orientation.CrossesRayEast(
                    area.Xs[i], area.Ys[i], area.Xs[i + 1], area.Ys[i + 1], x, y);
            }
        }
        return isInside;
    }
}

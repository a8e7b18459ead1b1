using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The edges of a large parcel by height, to find on which side of them a place lies.</summary>
internal sealed class EdgeHeights
{
    private readonly EdgeBands _bands = new();
    private readonly List<EdgeBlock> _blocks = [];
    private readonly double[] _low;

    public EdgeHeights(ParcelRings area)
    {
        var low = new List<double>();
        var high = new List<double>();
        int start = area.Offset;
        foreach (int length in area.Lengths)
        {
            for (int at = start; at < start + length - 1; at += EdgeBlock.Lanes)
            {
                int edges = Math.Min(EdgeBlock.Lanes, start + length - 1 - at);
                ReadOnlySpan<double> ys = area.Ys.AsSpan(at, edges + 1);
                (double least, double greatest) = (ys[0], ys[0]);
                foreach (double y in ys) (least, greatest) = (Math.Min(least, y), Math.Max(greatest, y));
                _blocks.Add(new EdgeBlock(at, edges));
                low.Add(least);
                high.Add(greatest);
            }
            start += length;
        }
        _low = [.. low];
        _bands.Take(_low, [.. high]);
    }

    /// <summary>Adds the vertices to a list with which edges near a box begin, in ascending order.</summary>
    public void FindEdges(ParcelRings area, in PlaneBox box, List<int> found)
    {
        int first = _bands.Of(box.MinY), last = _bands.Of(box.MaxY), before = found.Count;
        for (int band = first; band <= last; band++)
        {
            foreach (int block in _bands.In(band))
            {
                bool wasSeen = band > first && band > _bands.Of(_low[block]);
                if (!wasSeen) _blocks[block].FindEdges(area, box, found);
            }
        }
        if (last > first) CollectionsMarshal.AsSpan(found)[before..].Sort();
    }

    /// <summary>Whether a place lies inside; null where it is a vertex; exact where it is on no edge.
    /// </summary>
    public bool? Holds(ParcelRings area, double x, double y)
    {
        bool isInside = false;
        foreach (int block in _bands.In(_bands.Of(y)))
        {
            if (_blocks[block].CrossRayEast(area.Xs, area.Ys, x, y) is not { } isOdd) return null;
            isInside ^= isOdd;
        }
        return isInside;
    }
}

using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The edges of a large parcel by height, to find on which side of them a place lies.</summary>
internal sealed class EdgeHeights
{
    private readonly EdgeBands _bands = new();
    private readonly List<EdgeBlock> _blocks = [];

    public EdgeHeights(ParcelRings area)
    {
        var boxes = new List<PlaneBox>();
        int start = area.Offset;
        foreach (int length in area.Lengths)
        {
            for (int at = start; at < start + length - 1; at += EdgeBlock.Lanes)
            {
                var block = new EdgeBlock(at, Math.Min(EdgeBlock.Lanes, start + length - 1 - at));
                _blocks.Add(block);
                boxes.Add(block.BoxesIn(area).Around);
            }
            start += length;
        }
        _bands.Take(CollectionsMarshal.AsSpan(boxes));
    }

    /// <summary>Adds the vertices to a list with which edges near a box begin, in ascending order.</summary>
    public void FindEdges(ParcelRings area, in PlaneBox box, List<int> found)
    {
        int before = found.Count;
        foreach (int block in _bands.Near(box)) _blocks[block].FindEdges(area, box, found);
        CollectionsMarshal.AsSpan(found)[before..].Sort();
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

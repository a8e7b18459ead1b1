using System.Numerics;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The edges of a parcel that touch a box, in the order of its rings; made for reuse.</summary>
/// <param name="most">How many it holds.</param>
internal sealed class NearEdges(int most)
{
    private const int Lanes = 8;
    private const uint AllLanes = (1u << Lanes) - 1;

    private readonly double[] _x0 = new double[most + Lanes], _y0 = new double[most + Lanes];
    private readonly double[] _x1 = new double[most + Lanes], _y1 = new double[most + Lanes];
    private readonly Note[] _notes = new Note[most + Lanes];
    private PlaneBox _box;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>An edge.</summary>
    public AreaEdge this[int edge] => new(_x0[edge], _y0[edge], _x1[edge], _y1[edge]);

    /// <summary>Takes the edges of a parcel that touch a box; false where they are too many.</summary>
    public bool Take(ParcelRings rings, in PlaneBox box)
    {
        (Count, _box) = (0, box);
        int start = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            int end = start + length - 1, first = Count;
            for (int at = start; at < end; at += Lanes)
            {
                var boxes = new EdgeBoxes(
                    ref rings.Xs[at], ref rings.Ys[at], AllLanes >> Math.Max(0, at + Lanes - end));
                uint near = boxes.Touching(box);
                if (Count + BitOperations.PopCount(near) > most) return false;
                for (; near != 0; near &= near - 1)
                    Add(rings, at + BitOperations.TrailingZeroCount(near), isFirst: Count == first);
            }
            start += length;
        }
        return true;
    }

    /// <summary>Which of eight edges have boxes that touch that of an edge, a bit for each.</summary>
    public uint Touching(int block, in AreaEdge edge)
    {
        Vector512<double> x0 = Vector512.LoadUnsafe(ref _x0[block]);
        Vector512<double> y0 = Vector512.LoadUnsafe(ref _y0[block]);
        Vector512<double> x1 = Vector512.LoadUnsafe(ref _x1[block]);
        Vector512<double> y1 = Vector512.LoadUnsafe(ref _y1[block]);
        Vector512<double> far =
            Vector512.GreaterThan(Vector512.MinNative(x0, x1), Vector512.Create(Math.Max(edge.X0, edge.X1)))
            | Vector512.LessThan(Vector512.MaxNative(x0, x1), Vector512.Create(Math.Min(edge.X0, edge.X1)))
            | Vector512.GreaterThan(Vector512.MinNative(y0, y1), Vector512.Create(Math.Max(edge.Y0, edge.Y1)))
            | Vector512.LessThan(Vector512.MaxNative(y0, y1), Vector512.Create(Math.Min(edge.Y0, edge.Y1)));
        uint lanes = AllLanes >> Math.Max(0, block + Lanes - Count);
        return ~(uint)far.ExtractMostSignificantBits() & lanes;
    }

    /// <summary>Notes that another parcel has an edge the other way, or a vertex at an end of it.</summary>
    public void Mark(int edge, bool isShared, bool startsAtNode, bool endsAtNode)
    {
        ref Note note = ref _notes[edge];
        note.IsShared |= isShared;
        note.StartsAtNode |= startsAtNode;
        note.EndsAtNode |= endsAtNode;
    }

    /// <summary>Whether every run of edges between nodes, the shared ones apart, leaves the box.</summary>
    /// <remarks>A run through the beginning of a ring counts as two.</remarks>
    public bool AllRunsLeave()
    {
        bool isOpen = false, leaves = false;
        for (int i = 0; i < Count; i++)
        {
            ref readonly Note note = ref _notes[i];
            bool begins = note.IsShared || note.StartsAtNode || note.IsFirst;
            if (begins)
            {
                if (isOpen && !leaves) return false;
                (isOpen, leaves) = (false, false);
            }
            if (note.IsShared) continue;
            isOpen = true;
            leaves |= IsBeyond(_x0[i], _y0[i]) || IsBeyond(_x1[i], _y1[i]);
            if (!note.EndsAtNode) continue;
            if (!leaves) return false;
            (isOpen, leaves) = (false, false);
        }
        return !isOpen || leaves;
    }

    private bool IsBeyond(double x, double y) =>
        x < _box.MinX | x > _box.MaxX | y < _box.MinY | y > _box.MaxY;

    private void Add(ParcelRings rings, int vertex, bool isFirst)
    {
        double x0 = rings.Xs[vertex], y0 = rings.Ys[vertex];
        double x1 = rings.Xs[vertex + 1], y1 = rings.Ys[vertex + 1];
        if (x0 == x1 && y0 == y1) return;
        (_x0[Count], _y0[Count], _x1[Count], _y1[Count]) = (x0, y0, x1, y1);
        _notes[Count++] = new Note { IsFirst = isFirst };
    }

    private struct Note
    {
        public bool IsFirst;
        public bool IsShared;
        public bool StartsAtNode;
        public bool EndsAtNode;
    }
}

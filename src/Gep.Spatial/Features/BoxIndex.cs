using System.Collections.Immutable;

namespace Gep.Spatial.Features;

/// <summary>Finds the boxes that meet a box: a packed tree over boxes along a Hilbert curve.</summary>
/// <remarks>Built once and never changed, so that any number of threads may search it.</remarks>
public sealed class BoxIndex
{
    private const int NodeSize = 16;

    /// <summary>Cells per side of the curve: 16 bits each way fill 32 bits of a key.</summary>
    private const uint CurveSide = 1u << 16;

    private readonly LonLatBox[] _boxes;
    private readonly int[] _items;
    private readonly int[] _levelEnds;

    /// <summary>An index of boxes; empty ones are never found.</summary>
    public BoxIndex(IReadOnlyList<LonLatBox> boxes)
    {
        int[] items = [.. Enumerable.Range(0, boxes.Count).Where(item => !boxes[item].IsEmpty)];
        Bounds = items.Aggregate(LonLatBox.Empty, (all, item) => all.Join(boxes[item]));
        uint[] keys = [.. items.Select(item => KeyOf(boxes[item]))];
        Array.Sort(keys, items);
        var tree = new List<LonLatBox>(items.Select(item => boxes[item]));
        var ends = ImmutableArray.CreateBuilder<int>();
        ends.Add(tree.Count);
        for (int begin = 0; tree.Count - begin > 1;)
        {
            int end = tree.Count;
            for (int child = begin; child < end; child += NodeSize)
            {
                LonLatBox node = LonLatBox.Empty;
                for (int i = child; i < Math.Min(child + NodeSize, end); i++) node = node.Join(tree[i]);
                tree.Add(node);
            }
            begin = end;
            ends.Add(tree.Count);
        }
        _items = items;
        _boxes = [.. tree];
        _levelEnds = [.. ends];
    }

    /// <summary>The box around everything; empty when there is nothing.</summary>
    public LonLatBox Bounds { get; }

    /// <summary>Positions, rising, of the boxes that share a position with the given one.</summary>
    public List<int> Find(LonLatBox box)
    {
        var found = new List<int>();
        if (_items.Length > 0) Visit(_levelEnds.Length - 1, _boxes.Length - 1, box, found);
        found.Sort();
        return found;
    }

    private void Visit(int level, int node, LonLatBox box, List<int> found)
    {
        if (!_boxes[node].Intersects(box)) return;
        if (level == 0)
        {
            found.Add(_items[node]);
            return;
        }
        int begin = level == 1 ? 0 : _levelEnds[level - 2], end = _levelEnds[level - 1];
        int first = begin + (node - end) * NodeSize;
        for (int child = first; child < Math.Min(first + NodeSize, end); child++)
            Visit(level - 1, child, box, found);
    }

    private uint KeyOf(LonLatBox box) => HilbertKey(
        Cell((box.West + box.East) / 2, Bounds.West, Bounds.East),
        Cell((box.South + box.North) / 2, Bounds.South, Bounds.North));

    private static uint Cell(double value, double least, double greatest) => greatest > least
        ? (uint)((value - least) / (greatest - least) * (CurveSide - 1))
        : 0;

    /// <summary>Place of a cell along the Hilbert curve; source: [HILBERT].</summary>
    private static uint HilbertKey(uint x, uint y)
    {
        uint key = 0;
        for (uint half = CurveSide / 2; half > 0; half /= 2)
        {
            uint right = (x & half) > 0 ? 1u : 0u, up = (y & half) > 0 ? 1u : 0u;
            key += half * half * ((3 * right) ^ up);
            if (up == 1) continue;
            if (right == 1) (x, y) = (CurveSide - 1 - x, CurveSide - 1 - y);
            (x, y) = (y, x);
        }
        return key;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The edges of one parcel, the parcel on their left, looked at in blocks of eight; made for reuse. An edge
/// is known by the vertex with which it begins.
/// </summary>
internal sealed class EdgeList
{
    /// <summary>From this many comparisons of blocks and borders, bands cost less than they save.</summary>
    private const long ComparisonsWorthBands = 1024;

    /// <summary>From this many vertices times borders, all blocks are worth a place in bands.</summary>
    private const long LookupsWorthBands = 1 << 17;

    /// <summary>Up to this many vertices times borders, all blocks are compared, near or not.</summary>
    private const long FewComparisons = 512;

    private readonly List<EdgeBlock> _blocks = [];
    private readonly List<PlaneBox> _boxes = [];
    private readonly EdgeBands _bands = new();
    private int[] _all = [];
    private double[] _xs = [], _ys = [];
    private bool _hasAll;

    /// <summary>Whether blocks are sorted into bands.</summary>
    public bool HasBands { get; private set; }

    /// <summary>The edge that begins with a vertex.</summary>
    public AreaEdge this[int vertex]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_xs[vertex], _ys[vertex], _xs[vertex + 1], _ys[vertex + 1]);
    }

    /// <summary>Takes the edges of a parcel.</summary>
    /// <param name="rings">The parcel.</param>
    /// <param name="borders">With how many borders its edges will be compared.</param>
    /// <param name="bordersBox">Box around these.</param>
    public void Take(ParcelRings rings, int borders, in PlaneBox bordersBox)
    {
        (_xs, _ys) = (rings.Xs, rings.Ys);
        _blocks.Clear();
        long vertices = 0;
        foreach (int length in rings.Lengths) vertices += length;
        _hasAll = vertices * borders >= LookupsWorthBands;
        bool takesAll = _hasAll || vertices * borders <= FewComparisons;
        int start = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            for (int at = start; at < start + length - 1; at += EdgeBlock.Lanes)
            {
                var block = new EdgeBlock(at, Math.Min(EdgeBlock.Lanes, start + length - 1 - at));
                if (takesAll || EdgesNear(block, bordersBox) != 0) _blocks.Add(block);
            }
            start += length;
        }
        HasBands = _hasAll || (long)_blocks.Count * borders >= ComparisonsWorthBands;
        if (HasBands) SortIntoBands();
        else if (_all.Length < _blocks.Count) _all = [.. Enumerable.Range(0, 2 * _blocks.Count)];
    }

    /// <summary>Band of a height.</summary>
    public int Band(double y) => HasBands ? _bands.Of(y) : 0;

    /// <summary>Blocks that touch a band, in ascending order.</summary>
    public ReadOnlySpan<int> BlocksIn(int band) => HasBands ? _bands.In(band) : _all.AsSpan(0, _blocks.Count);

    /// <summary>A block.</summary>
    public EdgeBlock Block(int block) => _blocks[block];

    /// <summary>Blocks near a box, each once; only where there are bands.</summary>
    public EdgeBands.NearBlocks BlocksNear(in PlaneBox box) => _bands.Near(box);

    /// <summary>How many blocks there are.</summary>
    public int Blocks => _blocks.Count;

    /// <summary>The boxes of the edges of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EdgeBoxes BoxesOf(EdgeBlock block) => new(
        ref _xs[block.Vertex], ref _ys[block.Vertex], block.Mask);

    /// <summary>Which edges of a block have boxes that touch a box, a bit for each.</summary>
    public uint EdgesNear(EdgeBlock block, in PlaneBox box) => BoxesOf(block).Touching(box);

    /// <summary>Which edges of a block surely have nothing in common with another edge, a bit for each.
    /// </summary>
    public uint SurelyApart(EdgeBlock block, in AreaEdge other) => EdgeMeeting.SurelyApart(
        Vector512.Create(other.X0), Vector512.Create(other.Y0), Vector512.Create(other.X1),
        Vector512.Create(other.Y1), Vector512.LoadUnsafe(ref _xs[block.Vertex]),
        Vector512.LoadUnsafe(ref _ys[block.Vertex]), Vector512.LoadUnsafe(ref _xs[block.Vertex + 1]),
        Vector512.LoadUnsafe(ref _ys[block.Vertex + 1]));

    /// <summary>Whether a place that lies on no edge lies inside; exact.</summary>
    public bool Contains(ParcelRings rings, double x, double y)
    {
        if (!_hasAll) return rings.Holds(x, y) is true;
        bool isInside = false;
        foreach (int block in BlocksIn(Band(y)))
            isInside ^= _blocks[block].CrossRayEast(_xs, _ys, x, y) is true;
        return isInside;
    }

    /// <summary>Whether the vertices of a run are all the same.</summary>
    public bool HasNoLength(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_xs[i] != _xs[i + 1] || _ys[i] != _ys[i + 1]) return false;
        }
        return true;
    }

    /// <summary>Twice the area under a run of vertices, seen from an origin [m²].</summary>
    public double TwiceArea(int from, int to, double originX, double originY) =>
        RingMeasure.TwiceArea(ref _xs[from], ref _ys[from], to - from, originX, originY);

    private void SortIntoBands()
    {
        _boxes.Clear();
        foreach (EdgeBlock block in _blocks) _boxes.Add(BoxesOf(block).Around);
        _bands.Take(CollectionsMarshal.AsSpan(_boxes));
    }
}

using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Blocks of edges sorted into bands of height, to find those that a border may touch.</summary>
internal sealed class EdgeBands
{
    private const int BlocksPerBand = 2, MostBands = 4096;

    private int[] _start = [], _blocks = [], _next = [];

    /// <summary>Of each block least x and y, greatest x and y with their signs turned [m].</summary>
    private Vector256<double>[] _sides = [];
    private double _from, _bandsPerMetre;
    private int _bands;

    /// <summary>Takes blocks in place of those before.</summary>
    /// <param name="boxes">The box around each [m].</param>
    public void Take(ReadOnlySpan<PlaneBox> boxes)
    {
        double minY = double.MaxValue, maxY = double.MinValue;
        foreach (ref readonly PlaneBox box in boxes)
            (minY, maxY) = (Math.Min(minY, box.MinY), Math.Max(maxY, box.MaxY));
        _bands = Math.Clamp(boxes.Length / BlocksPerBand, 2, MostBands);
        _from = minY;
        _bandsPerMetre = maxY > minY ? _bands / (maxY - minY) : 0;
        if (_start.Length < _bands + 1)
        {
            _start = new int[2 * _bands + 1];
            _next = new int[2 * _bands + 1];
        }
        Array.Clear(_start, 0, _bands + 1);
        if (_sides.Length < boxes.Length) _sides = new Vector256<double>[2 * boxes.Length];
        for (int i = 0; i < boxes.Length; i++)
        {
            ref readonly PlaneBox box = ref boxes[i];
            _sides[i] = Vector256.Create(box.MinX, box.MinY, -box.MaxX, -box.MaxY);
            int last = Of(box.MaxY);
            for (int band = Of(box.MinY); band <= last; band++) _start[band + 1]++;
        }
        for (int band = 0; band < _bands; band++)
        {
            _start[band + 1] += _start[band];
            _next[band] = _start[band];
        }
        if (_blocks.Length < _start[_bands]) _blocks = new int[2 * _start[_bands]];
        for (int i = 0; i < boxes.Length; i++)
        {
            int last = Of(boxes[i].MaxY);
            for (int band = Of(boxes[i].MinY); band <= last; band++) _blocks[_next[band]++] = i;
        }
    }

    /// <summary>The blocks whose boxes touch a box, each once.</summary>
    public NearBlocks Near(in PlaneBox box) => new(this, box);

    /// <summary>Band of a height.</summary>
    public int Of(double y) => Math.Clamp(unchecked((int)((y - _from) * _bandsPerMetre)), 0, _bands - 1);

    /// <summary>Blocks that touch a band, in ascending order.</summary>
    public ReadOnlySpan<int> In(int band) => _blocks.AsSpan(_start[band].._start[band + 1]);

    /// <summary>Goes through the bands of a box.</summary>
    public ref struct NearBlocks
    {
        private readonly EdgeBands _bands;
        private readonly Vector256<double> _farSides;
        private readonly int _first, _last;
        private ReadOnlySpan<int> _blocks;
        private int _band, _next;

        public NearBlocks(EdgeBands bands, in PlaneBox box)
        {
            _bands = bands;
            _farSides = Vector256.Create(box.MaxX, box.MaxY, -box.MinX, -box.MinY);
            (_first, _last) = (bands.Of(box.MinY), bands.Of(box.MaxY));
            _band = _first - 1;
        }

        /// <summary>The block.</summary>
        public readonly int Current => _blocks[_next - 1];

        public readonly NearBlocks GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                while (_next < _blocks.Length)
                {
                    Vector256<double> sides = _bands._sides[_blocks[_next++]];
                    if (!Vector256.LessThanOrEqualAll(sides, _farSides)) continue;
                    bool isNew = _band == _first || _band == _bands.Of(sides[1]);
                    if (isNew) return true;
                }
                if (_band == _last) return false;
                _blocks = _bands.In(++_band);
                _next = 0;
            }
        }
    }
}

using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>The edges of one parcel, ring after ring, the parcel on their left; made for reuse.</summary>
internal sealed class EdgeList
{
    private const int FirstCapacity = 1024, EdgesPerBand = 6, MostBands = 4096;

    /// <summary>Below this many comparisons of edges and borders, bands cost more than they save.</summary>
    private const int ComparisonsWorthBands = 4096;

    private readonly List<int> _ringEnds = [];
    private int[] _bandStart = [], _bandEdges = [], _next = [], _all = [], _candidates = [];
    private int _candidateCount;
    private double _bandsFrom, _bandsPerMetre;
    private int _bands;

    public int Count { get; private set; }

    public double[] X0 { get; private set; } = new double[FirstCapacity];

    public double[] Y0 { get; private set; } = new double[FirstCapacity];

    public double[] X1 { get; private set; } = new double[FirstCapacity];

    public double[] Y1 { get; private set; } = new double[FirstCapacity];

    /// <summary>Where each ring ends, its last edge not included.</summary>
    public IReadOnlyList<int> RingEnds => _ringEnds;

    /// <summary>Takes the edges of a parcel, those of no length left out.</summary>
    /// <param name="rings">The parcel.</param>
    /// <param name="box">Its box.</param>
    /// <param name="borders">With how many borders its edges will be compared.</param>
    /// <param name="bordersBox">Box around these.</param>
    public void Take(ParcelRings rings, in PlaneBox box, int borders, in PlaneBox bordersBox)
    {
        Count = 0;
        _ringEnds.Clear();
        int at = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            Reserve(Count + length);
            for (int i = at; i + 1 < at + length; i++)
            {
                double ax = rings.Xs[i], ay = rings.Ys[i], bx = rings.Xs[i + 1], by = rings.Ys[i + 1];
                if (ax.Equals(bx) && ay.Equals(by)) continue;
                (X0[Count], Y0[Count], X1[Count], Y1[Count]) = (ax, ay, bx, by);
                Count++;
            }
            at += length;
            _ringEnds.Add(Count);
        }
        if ((long)Count * borders >= ComparisonsWorthBands) SortIntoBands(box);
        else UseOneBand(bordersBox);
    }

    /// <summary>Band of a height.</summary>
    public int Band(double y) => _bands == 1
        ? 0
        : Math.Clamp(unchecked((int)((y - _bandsFrom) * _bandsPerMetre)), 0, _bands - 1);

    /// <summary>Edges that touch a band, in ascending order.</summary>
    public ReadOnlySpan<int> EdgesIn(int band) => _bands == 1
        ? _all.AsSpan(0, Count)
        : _bandEdges.AsSpan(_bandStart[band].._bandStart[band + 1]);

    /// <summary>Edges that touch a band and may touch a border, in ascending order.</summary>
    public ReadOnlySpan<int> CandidatesIn(int band) => _bands == 1
        ? _candidates.AsSpan(0, _candidateCount)
        : EdgesIn(band);

    /// <summary>Whether a place that lies on no edge lies inside; exact.</summary>
    public bool Contains(double x, double y)
    {
        bool isInside = false;
        foreach (int e in EdgesIn(Band(y)))
            isInside ^= Orientation.CrossesRayEast(X0[e], Y0[e], X1[e], Y1[e], x, y);
        return isInside;
    }

    private void UseOneBand(in PlaneBox bordersBox)
    {
        _bands = 1;
        if (_all.Length < Count)
        {
            _all = [.. Enumerable.Range(0, 2 * Count)];
            _candidates = new int[2 * Count];
        }
        _candidateCount = 0;
        for (int e = 0; e < Count; e++)
        {
            double ax = X0[e], ay = Y0[e], bx = X1[e], by = Y1[e];
            bool isNear = (ax <= bordersBox.MaxX | bx <= bordersBox.MaxX)
                & (ax >= bordersBox.MinX | bx >= bordersBox.MinX)
                & (ay <= bordersBox.MaxY | by <= bordersBox.MaxY)
                & (ay >= bordersBox.MinY | by >= bordersBox.MinY);
            _candidates[_candidateCount] = e;
            _candidateCount += isNear ? 1 : 0;
        }
    }

    private void SortIntoBands(in PlaneBox box)
    {
        _bands = Math.Clamp(Count / EdgesPerBand, 2, MostBands);
        _bandsFrom = box.MinY;
        _bandsPerMetre = box.MaxY > box.MinY ? _bands / (box.MaxY - box.MinY) : 0;
        if (_bandStart.Length < _bands + 1)
        {
            _bandStart = new int[2 * _bands + 1];
            _next = new int[2 * _bands + 1];
        }
        Array.Clear(_bandStart, 0, _bands + 1);
        for (int e = 0; e < Count; e++)
        {
            for (int band = Lowest(e); band <= Highest(e); band++) _bandStart[band + 1]++;
        }
        for (int band = 0; band < _bands; band++)
        {
            _bandStart[band + 1] += _bandStart[band];
            _next[band] = _bandStart[band];
        }
        if (_bandEdges.Length < _bandStart[_bands]) _bandEdges = new int[2 * _bandStart[_bands]];
        for (int e = 0; e < Count; e++)
        {
            for (int band = Lowest(e); band <= Highest(e); band++) _bandEdges[_next[band]++] = e;
        }
    }

    private int Lowest(int e) => Band(Math.Min(Y0[e], Y1[e]));

    private int Highest(int e) => Band(Math.Max(Y0[e], Y1[e]));

    private void Reserve(int edges)
    {
        if (edges <= X0.Length) return;
        int size = Math.Max(edges, 2 * X0.Length);
        X0 = Grown(X0);
        Y0 = Grown(Y0);
        X1 = Grown(X1);
        Y1 = Grown(Y1);

        double[] Grown(double[] old)
        {
            var grown = new double[size];
            old.AsSpan(0, Count).CopyTo(grown);
            return grown;
        }
    }
}

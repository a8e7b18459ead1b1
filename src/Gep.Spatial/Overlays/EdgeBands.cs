namespace Gep.Spatial.Overlays;

/// <summary>Blocks of edges sorted into bands of height, to find those that a border may touch.</summary>
internal sealed class EdgeBands
{
    private const int BlocksPerBand = 2, MostBands = 4096;

    private int[] _start = [], _blocks = [], _next = [];
    private double _from, _bandsPerMetre;
    private int _bands;

    /// <summary>Takes blocks in place of those before.</summary>
    /// <param name="low">Least y of each [m].</param>
    /// <param name="high">Greatest y of each [m].</param>
    public void Take(ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        double minY = double.MaxValue, maxY = double.MinValue;
        for (int i = 0; i < low.Length; i++) (minY, maxY) = (Math.Min(minY, low[i]), Math.Max(maxY, high[i]));
        _bands = Math.Clamp(low.Length / BlocksPerBand, 2, MostBands);
        _from = minY;
        _bandsPerMetre = maxY > minY ? _bands / (maxY - minY) : 0;
        if (_start.Length < _bands + 1)
        {
            _start = new int[2 * _bands + 1];
            _next = new int[2 * _bands + 1];
        }
        Array.Clear(_start, 0, _bands + 1);
        for (int i = 0; i < low.Length; i++)
        {
            for (int band = Of(low[i]); band <= Of(high[i]); band++) _start[band + 1]++;
        }
        for (int band = 0; band < _bands; band++)
        {
            _start[band + 1] += _start[band];
            _next[band] = _start[band];
        }
        if (_blocks.Length < _start[_bands]) _blocks = new int[2 * _start[_bands]];
        for (int i = 0; i < low.Length; i++)
        {
            for (int band = Of(low[i]); band <= Of(high[i]); band++) _blocks[_next[band]++] = i;
        }
    }

    /// <summary>Band of a height.</summary>
    public int Of(double y) => Math.Clamp(unchecked((int)((y - _from) * _bandsPerMetre)), 0, _bands - 1);

    /// <summary>Blocks that touch a band, in ascending order.</summary>
    public ReadOnlySpan<int> In(int band) => _blocks.AsSpan(_start[band].._start[band + 1]);
}

namespace Gep.Spatial.Measures;

/// <summary>A running sum of doubles that keeps what plain addition would round away.</summary>
/// <remarks>Neumaier's variant of Kahan's summation; source: [NEUMAIER1974].</remarks>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Value => _sum + _lost;

    public void Add(double term)
    {
        double sum = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}

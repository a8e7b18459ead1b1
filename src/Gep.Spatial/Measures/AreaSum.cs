namespace Gep.Spatial.Measures;

/// <summary>A sum of areas that does not depend on the order of its terms.</summary>
/// <remarks>
/// Each term is rounded once to 2⁻³² m² and added as integers, which neither round nor care for order; so
/// threads may add in any order, and what was added can be taken away again without a trace.
/// </remarks>
internal struct AreaSum
{
    /// <summary>2³² steps per m²: 2.3e-10 m², far below what a coordinate can say.</summary>
    private const double StepsPerSquareMetre = 4294967296;

    private const int FractionBits = 32;

    private long _whole;
    private long _fraction;

    /// <summary>The sum [m²], correctly rounded.</summary>
    public readonly double SquareMetres =>
        (double)(((Int128)_whole << FractionBits) + _fraction) / StepsPerSquareMetre;

    /// <summary>Adds an area below 2⁶² m² [m²].</summary>
    public void Add(double squareMetres)
    {
        long whole = double.ConvertToIntegerNative<long>(squareMetres);
        _whole += whole;
        _fraction += FractionOf(squareMetres, whole);
    }

    /// <summary>Takes away what was added [m²].</summary>
    public void Remove(double squareMetres)
    {
        long whole = double.ConvertToIntegerNative<long>(squareMetres);
        _whole -= whole;
        _fraction -= FractionOf(squareMetres, whole);
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in AreaSum other)
    {
        _whole += other._whole;
        _fraction += other._fraction;
    }

    private static long FractionOf(double squareMetres, long whole) =>
        double.ConvertToIntegerNative<long>((squareMetres - whole) * StepsPerSquareMetre);
}

namespace Gep.Spatial.Coverages;

/// <summary>What a coverage check passes over.</summary>
/// <param name="SquareMetres">Overlaps and gaps smaller than this [m²].</param>
/// <param name="Metres">An edge is compared with zones no farther than this [m].</param>
public sealed record CoverageTolerance(double SquareMetres, double Metres)
{
    /// <summary>1 m² and 1 m: below what survey data can say.</summary>
    public static CoverageTolerance Survey { get; } = new(1, 1);
}

namespace Gep.Accounting.Measures;

/// <summary>A physical area. Base unit m²; a measured quantity, so a <c>double</c>.</summary>
public readonly record struct Area : IComparable<Area>
{
    /// <summary>1 hm² is 10 000 m².</summary>
    private const double SquareMetresPerHectare = 100.0 * 100.0;

    /// <summary>1 km² is 1 000 000 m².</summary>
    private const double SquareMetresPerSquareKilometre = 1000.0 * 1000.0;

    /// <summary>15 mu are exactly 1 hm².</summary>
    private const double MuPerHectare = 15.0;

    private Area(double squareMetres) => SquareMetres = squareMetres;

    /// <summary>No area.</summary>
    public static Area Zero { get; }

    /// <summary>In m².</summary>
    public double SquareMetres { get; }

    /// <summary>In hm².</summary>
    public double Hectares => SquareMetres / SquareMetresPerHectare;

    /// <summary>In km².</summary>
    public double SquareKilometres => SquareMetres / SquareMetresPerSquareKilometre;

    /// <summary>In mu 亩, 1/15 hm².</summary>
    public double Mu => Hectares * MuPerHectare;

    /// <summary>An area of that many m².</summary>
    public static Area FromSquareMetres(double squareMetres) => new(squareMetres);

    /// <summary>An area of that many hm².</summary>
    public static Area FromHectares(double hectares) => new(hectares * SquareMetresPerHectare);

    /// <summary>An area of that many km².</summary>
    public static Area FromSquareKilometres(double squareKilometres) =>
        new(squareKilometres * SquareMetresPerSquareKilometre);

    /// <summary>An area of that many mu 亩.</summary>
    public static Area FromMu(double mu) => FromHectares(mu / MuPerHectare);

    /// <summary>The sum.</summary>
    public static Area operator +(Area left, Area right) => new(left.SquareMetres + right.SquareMetres);

    /// <summary>The difference; may be negative.</summary>
    public static Area operator -(Area left, Area right) => new(left.SquareMetres - right.SquareMetres);

    /// <inheritdoc/>
    public int CompareTo(Area other) => SquareMetres.CompareTo(other.SquareMetres);
}

namespace Gep.Accounting.EcosystemServices;

/// <summary>降雨侵蚀力: the models of R in the soil equation. R [MJ·mm/(hm²·h·a)] unless said otherwise.</summary>
public static class RainfallErosivity
{
    /// <summary>Days with less rain than this [mm] erode nothing in the half-month model. Source:
    /// [RUSLE-A].</summary>
    private const double ErosiveDay = 12.0;

    /// <summary>Threshold of the census model [mm].</summary>
    private const double CensusErosiveDay = 10.0;

    private const double CensusExponent = 1.7265;
    private const double CensusWarm = 0.3937;
    private const double CensusCold = 0.3101;

    /// <summary>US ft·tonf·in/(ac·h) to MJ·mm/(hm²·h).</summary>
    public const double UnitedStatesToMetric = 17.02;

    /// <summary>Exponent of the half-month model.</summary>
    /// <remarks>
    /// <c>β = 0.8363 + 18.144 / P_d12 + 24.455 / P_y12</c>. P_d12 mean erosive day, P_y12 mean yearly sum of
    /// erosive days [mm]. Source: [RUSLE-A].
    /// </remarks>
    public static double HalfMonthExponent(double meanErosiveDay, double meanErosiveYear) =>
        0.8363 + (18.144 / meanErosiveDay) + (24.455 / meanErosiveYear);

    /// <summary>Coefficient of the half-month model.</summary>
    /// <remarks><c>α = 21.586 · β^−7.1891</c>. Source: [RUSLE-A].</remarks>
    public static double HalfMonthCoefficient(double exponent) => 21.586 * Math.Pow(exponent, -7.1891);

    /// <summary>Erosivity of one half-month from daily rain; 24 of them make the year.</summary>
    /// <remarks><c>R = α · Σ P^β</c> over days of at least 12 mm. Source: [RUSLE-A].</remarks>
    public static double HalfMonth(IEnumerable<double> days, double meanErosiveDay, double meanErosiveYear)
    {
        double exponent = HalfMonthExponent(meanErosiveDay, meanErosiveYear);
        return HalfMonthCoefficient(exponent)
            * days.Where(rain => rain >= ErosiveDay).Sum(rain => Math.Pow(rain, exponent));
    }

    /// <summary>Erosivity of one half-month by the census of 2010.</summary>
    /// <remarks>
    /// <c>R = c · Σ P^1.7265</c> over days of at least 10 mm; c is 0.3937 from May to September, else 0.3101.
    /// Source: [METHODS] §5 R2, from memory.
    /// </remarks>
    public static double CensusHalfMonth(IEnumerable<double> days, int month)
    {
        double coefficient = month is >= 5 and <= 9 ? CensusWarm : CensusCold;
        return coefficient
            * days.Where(rain => rain >= CensusErosiveDay).Sum(rain => Math.Pow(rain, CensusExponent));
    }

    /// <summary>Erosivity of a year from monthly rain by Wischmeier, in its own unit.</summary>
    /// <remarks>
    /// <c>R = Σ 1.735 · 10^(1.5·lg(Pᵢ² / P) − 0.8188)</c>; times 17.02 gives the metric unit. A month without
    /// rain adds nothing. Source: [RUSLE-B].
    /// </remarks>
    public static double WischmeierMonthly(IReadOnlyCollection<double> months)
    {
        double year = months.Sum();
        return months.Where(rain => rain > 0).Sum(
            rain => 1.735 * Math.Pow(10.0, (1.5 * Math.Log10(rain * rain / year)) - 0.8188));
    }

    /// <summary>The modified Fournier index of a year.</summary>
    /// <remarks><c>F = Σ Pᵢ² / Σ Pᵢ</c> [mm]. Source: [RUSLE-C].</remarks>
    public static double FournierIndex(IReadOnlyCollection<double> months) =>
        months.Sum(rain => rain * rain) / months.Sum();

    /// <summary>Erosivity from the Fournier index, the mean of it over years.</summary>
    /// <remarks><c>R = 0.1833 · F^1.9957</c>. Source: [RUSLE-C].</remarks>
    public static double FromFournier(double index) => 0.1833 * Math.Pow(index, 1.9957);
}

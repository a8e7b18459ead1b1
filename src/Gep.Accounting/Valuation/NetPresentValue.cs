namespace Gep.Accounting.Valuation;

/// <summary>净现值: what an asset is worth that yields the same flow every year.</summary>
public static class NetPresentValue
{
    /// <summary>Present value of 1 a year, paid at the end of each year.</summary>
    /// <remarks>
    /// <c>a = (1 − (1 + r)^−n) / r</c>; n for a rate of zero. r [1/a]; n [a]; a [a]. Source: [SEEALAND],
    /// [METHODS] §11.3.
    /// </remarks>
    public static double Annuity(double rate, int years) =>
        rate == 0 ? years : (1.0 - Math.Pow(1.0 + rate, -years)) / rate;

    /// <summary>Present value of 1 a year, paid at the start of each year.</summary>
    /// <remarks><c>a · (1 + r)</c>. Source: [FOREST-ASSET].</remarks>
    public static double AnnuityDue(double rate, int years) => Annuity(rate, years) * (1.0 + rate);

    /// <summary>Sum of flows discounted by the printed factors of one minus the rate.</summary>
    /// <remarks>
    /// <c>Σ f · (1 − r)^i</c>, i from 1. The small example of the SEEA prints 0.98^i where 1 / 1.02^i is
    /// meant; kept to reproduce it. Source: [SEEA] appendix A10.1, [METHODS] §11.3.
    /// </remarks>
    public static double PrintedFactors(double rate, IEnumerable<double> flows) =>
        flows.Select((flow, index) => flow * Math.Pow(1.0 - rate, index + 1)).Sum();
}

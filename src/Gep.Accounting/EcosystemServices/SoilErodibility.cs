namespace Gep.Accounting.EcosystemServices;

/// <summary>土壤可蚀性: K in the soil equation by the EPIC model.</summary>
public static class SoilErodibility
{
    /// <summary>US unit to t·hm²·h/(hm²·MJ·mm). Source: [KFACT].</summary>
    private const double UnitedStatesToMetric = 0.1317;

    private const double PerCent = 100.0;

    /// <summary>K of the EPIC model in US units.</summary>
    /// <remarks>
    /// <c>K = {0.2 + 0.3·e^[−0.0256·Sa·(1 − Si/100)]} · [Si/(Cl + Si)]^0.3 · {1 − 0.25·C/[C + e^(3.72 −
    /// 2.95·C)]} · {1 − 0.7·Sn/[Sn + e^(−5.51 + 22.9·Sn)]}</c>, <c>Sn = 1 − Sa/100</c>. Sa sand, Si silt, Cl
    /// clay, C organic carbon [%]. Source: [RUSLE-A], [RUSLE-C].
    /// </remarks>
    public static double Epic(double sand, double silt, double clay, double organicCarbon) =>
        SandTerm(sand, silt) * SiltTerm(silt, clay) * CarbonTerm(organicCarbon) * FineTerm(sand);

    /// <summary>The first factor of <see cref="Epic"/>.</summary>
    public static double SandTerm(double sand, double silt) =>
        0.2 + (0.3 * Math.Exp(-0.0256 * sand * (1.0 - (silt / PerCent))));

    /// <summary>The second factor of <see cref="Epic"/>.</summary>
    public static double SiltTerm(double silt, double clay) => Math.Pow(silt / (clay + silt), 0.3);

    /// <summary>The third factor of <see cref="Epic"/>.</summary>
    public static double CarbonTerm(double organicCarbon) =>
        1.0 - (0.25 * organicCarbon / (organicCarbon + Math.Exp(3.72 - (2.95 * organicCarbon))));

    /// <summary>The fourth factor of <see cref="Epic"/>.</summary>
    public static double FineTerm(double sand)
    {
        double fine = 1.0 - (sand / PerCent);
        return 1.0 - (0.7 * fine / (fine + Math.Exp(-5.51 + (22.9 * fine))));
    }

    /// <summary>K in t·hm²·h/(hm²·MJ·mm).</summary>
    /// <remarks><c>K = 0.1317 · K_E</c>. Source: [KFACT].</remarks>
    public static double Metric(double epic) => UnitedStatesToMetric * epic;

    /// <summary>K corrected for Chinese soils, in t·hm²·h/(hm²·MJ·mm).</summary>
    /// <remarks><c>K = 0.1317 · (−0.01383 + 0.51575 · K_E)</c>. Source: [METHODS] §5 R2, from
    /// memory.</remarks>
    public static double Corrected(double epic) => UnitedStatesToMetric * (-0.01383 + (0.51575 * epic));
}

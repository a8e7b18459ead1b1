namespace Gep.Accounting.Compensation.Corrections;

/// <summary>Why money is recovered; the law gives the range of a fine, an authority sets it.</summary>
public enum ClawbackBasis
{
    /// <summary>Forest changed without approval: fine up to 3 times (森林法实施条例第四十六条).</summary>
    UnapprovedChange,

    /// <summary>Conversion subsidy obtained by fraud: fine 2 to 5 times (退耕还林条例第五十七条).</summary>
    ConversionFraud,

    /// <summary>Fiscal funds obtained by fraud: fine 10 % to 50 % (财政违法行为处罚处分条例第十四条).</summary>
    FiscalFraud,
}

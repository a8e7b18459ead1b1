namespace Gep.Accounting.Accounts;

/// <summary>How well the inputs of a line are established. Source: [METHODS] §8, convention of this
/// service.</summary>
public enum QualityGrade
{
    /// <summary>Measured locally in the year: ±10 %.</summary>
    A,

    /// <summary>One source or a regional model: ±25 %.</summary>
    B,

    /// <summary>A rate from the literature or from memory: ±50 %.</summary>
    C,

    /// <summary>Assumed or carried over from elsewhere: ±100 %.</summary>
    D,
}

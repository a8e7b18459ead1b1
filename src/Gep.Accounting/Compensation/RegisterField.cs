namespace Gep.Accounting.Compensation;

/// <summary>A register attribute by which rates and memberships differ.</summary>
public enum RegisterField
{
    /// <summary>Grade of the forest or reserve 等级.</summary>
    Grade,

    /// <summary>Zone of a reserve 功能区.</summary>
    Zone,

    /// <summary>Ownership 权属.</summary>
    Ownership,

    /// <summary>Name of the reserve 保护区.</summary>
    Reserve,
}

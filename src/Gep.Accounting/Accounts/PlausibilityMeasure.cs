namespace Gep.Accounting.Accounts;

/// <summary>What a plausibility band is about.</summary>
public enum PlausibilityMeasure
{
    /// <summary>Booked value of an ecosystem type [10⁸ yuan].</summary>
    Value,

    /// <summary>Quantity of a service per area of the type [10⁴/km²].</summary>
    Intensity,

    /// <summary>Quantity of a service over that of another one [1].</summary>
    Ratio,
}

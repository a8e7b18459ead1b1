namespace Gep.Accounting.Problems;

/// <summary>
/// Every problem that accounts and schedules can raise; each has an entry in docs/problems.md.
/// </summary>
public enum AccountingProblemCode
{
    /// <summary>A service asked for lacks an input; it is not accounted, and not zero.</summary>
    InputMissing,

    /// <summary>A unit value has no value in force on the day it is needed.</summary>
    UnitValueNotInForce,

    /// <summary>A unit value is not per unit of the quantity it should value.</summary>
    UnitValueUnitMismatch,

    /// <summary>A price index lacks a year between the price year and the accounting year.</summary>
    PriceIndexMissing,

    /// <summary>A profile asks for a method that the table of methods does not have.</summary>
    ServiceMethodUnknown,

    /// <summary>A profile books two services that count the same benefit.</summary>
    ServicesDoubleCounted,

    /// <summary>
    /// Extent of a type a service applies to is left out, because the method has no way to treat it.
    /// </summary>
    ExtentNotAccounted,

    /// <summary>
    /// Statistics report a service in a district that has no extent of the types that supply it.
    /// </summary>
    ServiceWithoutExtent,

    /// <summary>Named water bodies cover more area than the extent account has of their type.</summary>
    WaterBodyBeyondExtent,

    /// <summary>Lines rest on inputs that are assumed, transferred or from memory.</summary>
    LowConfidenceInput,

    /// <summary>
    /// Products made from inputs from outside the region are booked without deducting those inputs.
    /// </summary>
    ImportsNotDeducted,

    /// <summary>A sum of the account does not close.</summary>
    AccountNotClosed,

    /// <summary>A parameter has no value in force on the day it is needed.</summary>
    ParameterNotInForce,
}

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

    /// <summary>A profile books two services that count the same thing, and says why.</summary>
    ServicesDoubleCountedByDesign,

    /// <summary>A profile books an ESV of the equivalent-factor method as part of the GEP.</summary>
    EquivalentValueBooked,

    /// <summary>A result lies outside the band of published figures.</summary>
    OutsidePlausibilityBand,

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

    /// <summary>A scheme has neither rates nor terms of settlement; nothing is drawn.</summary>
    RuleKindNotBuilt,

    /// <summary>A scheme has no established values or register, and says why; nothing is drawn.</summary>
    SchemeWithheld,

    /// <summary>
    /// The figures of a scheme were not seen in its legal text; a draft may be drawn, not issued.
    /// </summary>

    /// <summary>The figures of a scheme were not seen in its legal text; a draft may be drawn, not
    /// issued.</summary>

    SchemeUnverified,

    /// <summary>The article of a rate is not established.</summary>
    ArticleUnknown,

    /// <summary>No rate of a layer is in force for a class on the benefit day (C11).</summary>
    RateNotInForce,

    /// <summary>Two or more rates of a layer are in force for a class on the benefit day (C11).</summary>
    RatesConflict,

    /// <summary>Nobody established until when a rate holds.</summary>
    RateUnchecked,

    /// <summary>A rate is below the statutory minimum (C12).</summary>
    RateBelowFloor,

    /// <summary>Who carries which part of a payment is not established.</summary>
    PayerSplitUnknown,

    /// <summary>An amount cannot be split because its weights add up to nothing.</summary>
    SplitWithoutWeight,

    /// <summary>A parcel lacks an attribute, or has a word for it that the scheme does not know.</summary>
    ParcelClassUnknown,

    /// <summary>The same parcel id stands twice in a register (C06).</summary>
    ParcelDuplicate,

    /// <summary>A parcel has a negative or impossible register area.</summary>
    ParcelAreaOutOfRange,

    /// <summary>A parcel has no register area; it gets no line.</summary>
    ParcelAreaZero,

    /// <summary>The register area of a parcel differs from the area of its geometry (C01).</summary>
    ParcelAreaMismatch,

    /// <summary>An amount rounds to 0.00 yuan; it is to be carried forward.</summary>
    AmountBelowFen,

    /// <summary>The register area of a parcel is above its certified area (C09).</summary>
    AreaAboveCertificate,

    /// <summary>A parcel is in two schemes that exclude each other (C10).</summary>
    ParcelInExclusiveSchemes,

    /// <summary>Parcels are in two schemes, and nobody established whether both are paid (C10).</summary>
    StackingUndetermined,

    /// <summary>The same claim id stands twice in a scheme and year (C06).</summary>
    ClaimDuplicate,

    /// <summary>A claim has a negative or impossible loss or area.</summary>
    ClaimOutOfRange,

    /// <summary>A claim has no verification (C17).</summary>
    ClaimUnverified,

    /// <summary>Several payees claim the identical loss, or losses are round (C21).</summary>
    ClaimLossSuspicious,

    /// <summary>A loss lies outside the year or the season of the scheme (C22).</summary>
    ClaimOutOfSeason,

    /// <summary>A household has more claims in a year than is usual (C22).</summary>
    ClaimsTooMany,

    /// <summary>The drawn amount differs from the declared one (C05).</summary>
    DeclaredTotalMissed,

    /// <summary>A total lies outside its plausible range.</summary>
    TotalOutOfRange,

    /// <summary>A measured result lacks a number its method reads, or has one the terms do not
    /// cover.</summary>
    MeasureUnusable,

    /// <summary>A reserve or fund would fall below nothing.</summary>
    StockNegative,

    /// <summary>A pot is larger than the losses it is shared out for.</summary>
    PotAboveLosses,

    /// <summary>A parcel or claim lies in a district that the workspace does not know.</summary>
    DistrictUnknown,

    /// <summary>A rate of a verified scheme was not seen in its legal text.</summary>
    RateUnverified,
}

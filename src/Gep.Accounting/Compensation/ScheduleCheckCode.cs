namespace Gep.Accounting.Compensation;

/// <summary>The checks by their numbers in [COMPENSATION] §5.5.</summary>
public enum ScheduleCheckCode
{
    /// <summary>Register area against the area of the geometry.</summary>
    C01,

    /// <summary>Owners paid without undeclared deductions.</summary>
    C02,

    /// <summary>Received money paid on within the days allowed.</summary>
    C03,

    /// <summary>A public notice before the issue.</summary>
    C04,

    /// <summary>Declared amount against the drawn one.</summary>
    C05,

    /// <summary>The same parcel or claim twice.</summary>
    C06,

    /// <summary>No ineligible land.</summary>
    C07,

    /// <summary>Payees that are alive, resident and valid.</summary>
    C08,

    /// <summary>Paid area against the certified one.</summary>
    C09,

    /// <summary>The same parcel in two exclusive schemes.</summary>
    C10,

    /// <summary>Exactly one rate of each layer in force.</summary>
    C11,

    /// <summary>Rates at or above the statutory minimum.</summary>
    C12,

    /// <summary>Payers' parts against the amount of each line.</summary>
    C13,

    /// <summary>Lines against the total.</summary>
    C14,

    /// <summary>Money used for what its code allows.</summary>
    C15,

    /// <summary>Transfers issued by the finance department.</summary>
    C16,

    /// <summary>Claims paid without a verification.</summary>
    C17,

    /// <summary>Ecological forest at least 80 % of converted land of a county.</summary>
    C18,

    /// <summary>Rangers with a contract, none twice, of usual area.</summary>
    C19,

    /// <summary>No jump of a village against the year before.</summary>
    C20,

    /// <summary>Identical or round losses.</summary>
    C21,

    /// <summary>Claims out of season, or too many of one household.</summary>
    C22,

    /// <summary>Cards owned by their payees, none shared.</summary>
    C23,

    /// <summary>Penalties booked as computed.</summary>
    C24,

    /// <summary>Payments against the pot.</summary>
    C25,

    /// <summary>
    /// Totals against their plausible range ([COMPENSATION] §2.2); not among the numbered checks.
    /// </summary>
    R01,
}

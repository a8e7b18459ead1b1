using System.Collections.Immutable;
using Gep.Accounting.Measures;

namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>What an auditor holds against a schedule before it is released and after it was paid.</summary>
public sealed record ScheduleDossier
{
    /// <summary>Day on which the dossier is looked at.</summary>
    public required DateOnly On { get; init; }

    /// <summary>First day of the public notice; null when there was none.</summary>
    public DateOnly? NoticedOn { get; init; }

    /// <summary>What registers know of payees.</summary>
    public ImmutableArray<PayeeRecord> Payees { get; init; } = [];

    /// <summary>Deductions from lines.</summary>
    public ImmutableArray<DeductionRecord> Deductions { get; init; } = [];

    /// <summary>Money received and paid on.</summary>
    public ImmutableArray<FundFlow> Flows { get; init; } = [];

    /// <summary>Codes of use that the scheme allows.</summary>
    public ImmutableHashSet<string> AllowedUseCodes { get; init; } = [];

    /// <summary>Ineligible land inside paid parcels.</summary>
    public ImmutableArray<LandUseFinding> Ineligible { get; init; } = [];

    /// <summary>Rangers paid from the management part.</summary>
    public ImmutableArray<RangerRecord> Rangers { get; init; } = [];

    /// <summary>Converted land by county.</summary>
    public ImmutableArray<ConvertedLand> Converted { get; init; } = [];

    /// <summary>The schedule of the year before; null when there is none.</summary>
    public Schedule? YearBefore { get; init; }

    /// <summary>Villages whose jump has a reason code.</summary>
    public ImmutableHashSet<string> ExplainedVillages { get; init; } = [];

    /// <summary>Penalties that were booked, as a negative amount; null when the books were not
    /// seen.</summary>
    public Money? BookedPenalties { get; init; }

    /// <summary>Whether there is something for a check to look at.</summary>
    public bool Covers(ScheduleCheckCode code) => code switch
    {
        ScheduleCheckCode.C02 => !Deductions.IsEmpty,
        ScheduleCheckCode.C03 or ScheduleCheckCode.C16 => !Flows.IsEmpty,
        ScheduleCheckCode.C04 => true,
        ScheduleCheckCode.C07 => !Ineligible.IsEmpty,
        ScheduleCheckCode.C08 or ScheduleCheckCode.C23 => !Payees.IsEmpty,
        ScheduleCheckCode.C15 => !Flows.IsEmpty && !AllowedUseCodes.IsEmpty,
        ScheduleCheckCode.C18 => !Converted.IsEmpty,
        ScheduleCheckCode.C19 => !Rangers.IsEmpty,
        ScheduleCheckCode.C20 => YearBefore is not null,
        ScheduleCheckCode.C24 => BookedPenalties is not null,
        ScheduleCheckCode.C01 or ScheduleCheckCode.C05 or ScheduleCheckCode.C06 or ScheduleCheckCode.C09
            or ScheduleCheckCode.C10 or ScheduleCheckCode.C11 or ScheduleCheckCode.C12
            or ScheduleCheckCode.C13 or ScheduleCheckCode.C14 or ScheduleCheckCode.C17
            or ScheduleCheckCode.C21 or ScheduleCheckCode.C22 or ScheduleCheckCode.C25
                or ScheduleCheckCode.R01 => false,
    };
}

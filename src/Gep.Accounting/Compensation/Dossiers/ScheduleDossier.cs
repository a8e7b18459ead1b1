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
}

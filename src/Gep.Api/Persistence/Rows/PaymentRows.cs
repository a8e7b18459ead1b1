namespace Gep.Api.Persistence.Rows;

/// <summary>What was drawn from one scheme for a year, or that nothing was.</summary>
internal sealed class ScheduleRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>Code of the scheme.</summary>
    public required string Scheme { get; set; }

    /// <summary>Status when drawn; <c>not-drawn</c> when there is none.</summary>
    public required string Status { get; set; }

    /// <summary>Sum of the lines [yuan]; null when not drawn.</summary>
    public decimal? TotalYuan { get; set; }

    /// <summary>Number of payment lines.</summary>
    public int LineCount { get; set; }
}

/// <summary>One payment to one payee.</summary>
internal sealed class PaymentLineRow
{
    /// <summary>The schedule.</summary>
    public long ScheduleId { get; set; }

    /// <summary>Number in the schedule, from 1.</summary>
    public int Line { get; set; }

    /// <summary>Stable id.</summary>
    public required string LineId { get; set; }

    /// <summary>Division code.</summary>
    public required string District { get; set; }

    /// <summary>Town.</summary>
    public required string Town { get; set; }

    /// <summary>Village.</summary>
    public required string Village { get; set; }

    /// <summary>Who is paid.</summary>
    public required string Payee { get; set; }

    /// <summary>Parcel or plot.</summary>
    public required string Parcel { get; set; }

    /// <summary>Area [mu]; null when the rule has none.</summary>
    public decimal? AreaMu { get; set; }

    /// <summary>Rate [yuan/mu/a]; null when the rule has none.</summary>
    public decimal? Rate { get; set; }

    /// <summary>What is paid [yuan].</summary>
    public decimal AmountYuan { get; set; }

    /// <summary>The tree behind the amount, as JSON.</summary>
    public required string Trace { get; set; }
}

/// <summary>The part of a payment that one budget carries.</summary>
internal sealed class PaymentShareRow
{
    /// <summary>The schedule.</summary>
    public long ScheduleId { get; set; }

    /// <summary>Number of the payment line.</summary>
    public int Line { get; set; }

    /// <summary>The budget.</summary>
    public required string Payer { get; set; }

    /// <summary>Its part [yuan].</summary>
    public decimal AmountYuan { get; set; }
}

/// <summary>One step of a schedule on its way to payment.</summary>
internal sealed class WorkflowEntryRow
{
    /// <summary>The schedule.</summary>
    public long ScheduleId { get; set; }

    /// <summary>Number of the step, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Status after it.</summary>
    public required string Status { get; set; }

    /// <summary>Who took it.</summary>
    public required string Actor { get; set; }

    /// <summary>In which role.</summary>
    public required string Role { get; set; }

    /// <summary>Why; may be empty.</summary>
    public required string Note { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Hash of the step before.</summary>
    public required string PreviousHash { get; set; }

    /// <summary>SHA-256 over the hash before and this step.</summary>
    public required string Hash { get; set; }
}

/// <summary>One write to the store.</summary>
internal sealed class AuditEntryRow
{
    /// <summary>Number, from 1, without gaps.</summary>
    public long Number { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done.</summary>
    public required string Action { get; set; }

    /// <summary>To what.</summary>
    public required string Subject { get; set; }

    /// <summary>Hash of the entry before.</summary>
    public required string PreviousHash { get; set; }

    /// <summary>SHA-256 over the hash before and this entry.</summary>
    public required string Hash { get; set; }
}

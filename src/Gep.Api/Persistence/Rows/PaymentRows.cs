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

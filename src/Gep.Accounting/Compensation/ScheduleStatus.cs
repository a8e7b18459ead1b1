namespace Gep.Accounting.Compensation;

/// <summary>How far a schedule has come on its way to payment.</summary>
public enum ScheduleStatus
{
    /// <summary>Drawn; nobody has looked at it.</summary>
    Draft,
}

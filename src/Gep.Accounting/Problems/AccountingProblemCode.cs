namespace Gep.Accounting.Problems;

/// <summary>Every problem that accounts and schedules can raise; each has an entry in docs/problems.md.</summary>
public enum AccountingProblemCode
{
    /// <summary>A service asked for lacks an input; it is not accounted, and not zero.</summary>
    InputMissing,

    /// <summary>A parameter has no value in force on the day it is needed.</summary>
    ParameterNotInForce,
}

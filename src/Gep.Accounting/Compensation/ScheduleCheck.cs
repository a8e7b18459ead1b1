using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>A check that was made on a schedule ([COMPENSATION] §5.5).</summary>
/// <param name="Code">Which check.</param>
/// <param name="Residual">What is left over, or how many cases were found; 0 when all is well.</param>
/// <param name="Unit">Unit of the residual: <c>yuan</c>, <c>mu</c>, <c>parcels</c>.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Note">What was compared with what.</param>
public sealed record ScheduleCheck(
    ScheduleCheckCode Code, decimal Residual, string Unit, bool Passed, BilingualText Note);

using Gep.Accounting.Compensation.Workflow;
using Gep.Accounting.Problems;

namespace Gep.Api.Records;

/// <summary>What became of a step.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Entry">The entry of the step; null when none was written under this key.</param>
/// <param name="Reason">Why not; null when it was taken.</param>
internal sealed record StepAnswer(WriteStatus Status, ScheduleEntry? Entry, BilingualText? Reason);

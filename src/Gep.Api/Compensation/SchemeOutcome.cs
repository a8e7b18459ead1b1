using Gep.Accounting.Compensation;

namespace Gep.Api.Compensation;

/// <summary>A scheme with what was drawn from it.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Draft">Its schedule, or why there is none.</param>
internal sealed record SchemeOutcome(Scheme Scheme, ScheduleDraft Draft);

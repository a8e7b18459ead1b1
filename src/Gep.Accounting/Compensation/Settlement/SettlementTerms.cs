using System.Collections.Immutable;

namespace Gep.Accounting.Compensation.Settlement;

/// <summary>How a scheme that is settled on measured results comes to its amounts.</summary>
/// <param name="Method">The formula.</param>
/// <param name="Periods">Its numbers, dated; on a day exactly one of them applies.</param>
public sealed record SettlementTerms(SettlementMethod Method, ImmutableArray<TermsPeriod> Periods);

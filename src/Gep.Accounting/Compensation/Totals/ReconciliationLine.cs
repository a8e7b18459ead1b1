using Gep.Accounting.Measures;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Totals;

/// <summary>The part of one scheme in a published total.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Name">Its names.</param>
/// <param name="Drawn">What was drawn; null when it was not.</param>
/// <param name="Counted">What counts towards the total; 0.00 when excluded or not drawn.</param>
/// <param name="Remark">Why it does not count, or why it was not drawn; null when it counts.</param>
public sealed record ReconciliationLine(
    SchemeCode Scheme, BilingualText Name, Money? Drawn, Money Counted, BilingualText? Remark);

using Gep.Accounting.Measures;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>A range in which the total of one reserve should lie; outside it someone should look.</summary>
/// <param name="Name">What the range is of.</param>
/// <param name="Reserve">Register word of the reserve it is for; null for the whole scheme.</param>
/// <param name="Low">Lowest plausible amount, inclusive.</param>
/// <param name="High">Highest plausible amount, inclusive.</param>
/// <param name="Source">How it was derived.</param>
/// <param name="Place">File and line.</param>
public sealed record PlausibleRange(
    BilingualText Name, string? Reserve, Money Low, Money High, SourceRef Source, string Place);

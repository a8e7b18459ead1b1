using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>One value of a dimension.</summary>
/// <param name="Code">Its code in the scheme: <c>core</c>.</param>
/// <param name="Name">Its names, which registers may use instead.</param>
public sealed record DimensionValue(string Code, BilingualText Name);

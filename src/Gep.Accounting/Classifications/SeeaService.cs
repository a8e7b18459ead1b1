using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Classifications;

/// <summary>A service of the SEEA EA reference list.</summary>
/// <param name="Code">Its code: <c>2.14</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Indicators">Indicators of a GEP that measure it: <c>R5</c>; empty for none.</param>
public sealed record SeeaService(string Code, BilingualText Name, ImmutableArray<string> Indicators);

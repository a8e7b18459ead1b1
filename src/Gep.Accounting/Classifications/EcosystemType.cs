using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Classifications;

/// <summary>A class of the ecosystem classification.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="SurveyCodes">Codes of the national land survey (三调) that map to it.</param>
public sealed record EcosystemType(
    EcosystemTypeCode Code, BilingualText Name, ImmutableArray<string> SurveyCodes);

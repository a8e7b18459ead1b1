using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Accounts;

/// <summary>An order-of-magnitude band from published figures. Source: [METHODS] §13.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Measure">What is compared.</param>
/// <param name="Type">The ecosystem type, with every type under it.</param>
/// <param name="Service">The service of an intensity or the numerator of a ratio; null for a value.</param>
/// <param name="Other">The denominator of a ratio; null otherwise.</param>
/// <param name="Low">Low end, inclusive.</param>
/// <param name="High">High end, inclusive.</param>
/// <param name="Profiles">The profiles it is compared with.</param>
/// <param name="Note">What a reader must know to compare.</param>
/// <param name="Source">Where the band is written.</param>
/// <param name="Place">File and line.</param>
public sealed record PlausibilityBand(
    string Id,
    BilingualText Name,
    PlausibilityMeasure Measure,
    EcosystemTypeCode Type,
    ServiceCode? Service,
    ServiceCode? Other,
    double Low,
    double High,
    ImmutableArray<string> Profiles,
    BilingualText Note,
    SourceRef Source,
    string Place);

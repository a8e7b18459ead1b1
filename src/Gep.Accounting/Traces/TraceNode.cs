using System.Collections.Immutable;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Traces;

/// <summary>
/// One step in the explanation of a number: what it is, its value, and what it was made from.
/// </summary>
/// <param name="Label">What the number is.</param>
/// <param name="Value">The number with its unit, as printed: <c>5000 MJ·mm/(hm²·h·a)</c>.</param>
/// <param name="Formula">How it follows from the children, in their symbols; null for an input.</param>
/// <param name="Source">
/// Where an input, a parameter or the formula is written; null when the step only adds up.
/// </param>
/// <param name="Place">File and line, layer and parcel, or row; null when it was computed.</param>
/// <param name="Children">The numbers it was made from, in the order of the formula.</param>
public sealed record TraceNode(
    BilingualText Label,
    string Value,
    string? Formula,
    SourceRef? Source,
    string? Place,
    ImmutableArray<TraceNode> Children)
{
    /// <summary>An input or parameter: a value with its source and place.</summary>
    public static TraceNode Input(BilingualText label, string value, SourceRef? source, string? place) =>
        new(label, value, null, source, place, []);
}

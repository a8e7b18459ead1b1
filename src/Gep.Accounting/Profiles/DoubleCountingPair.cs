using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>Two services that may not both be booked.</summary>
/// <param name="First">Code of one service.</param>
/// <param name="Second">Code of the other.</param>
/// <param name="Why">What would be counted twice.</param>
public sealed record DoubleCountingPair(string First, string Second, BilingualText Why)
{
    /// <summary>Methods of the second service that the rule is about; empty for all of them.</summary>
    public ImmutableArray<string> SecondMethods { get; init; } = [];

    /// <summary>Methods of the first service that count something else by design.</summary>
    public ImmutableArray<string> FirstMethodsAllowed { get; init; } = [];

    /// <summary>Methods of the second service that count something else by design.</summary>
    public ImmutableArray<string> SecondMethodsAllowed { get; init; } = [];

    /// <summary>Whether it counts the same thing twice to book both by these methods.</summary>
    public bool Forbids(string? firstMethod, string? secondMethod) =>
        (SecondMethods.IsEmpty || SecondMethods.Contains(secondMethod ?? ""))
        && !FirstMethodsAllowed.Contains(firstMethod ?? "")
        && !SecondMethodsAllowed.Contains(secondMethod ?? "");
}

using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Classifications;

/// <summary>An ecosystem service as people know it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Indicator">Its indicator number in the methods: <c>R1</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">Its group.</param>
/// <param name="Items">Names of its items by item code, in order.</param>
public sealed record EcosystemService(
    ServiceCode Code,
    string Indicator,
    BilingualText Name,
    ServiceGroup Group,
    ImmutableArray<KeyValuePair<string, BilingualText>> Items);

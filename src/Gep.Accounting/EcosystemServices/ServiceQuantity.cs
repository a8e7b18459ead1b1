using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>What one item of a service yields in one district from one ecosystem type in a year.</summary>
/// <param name="District">The district.</param>
/// <param name="Item">Item of the service: <c>sediment</c>.</param>
/// <param name="EcosystemType">The type that supplies it; null when no type does alone.</param>
/// <param name="Extent">Area of the type there.</param>
/// <param name="Amount">The amount as computed, which may be negative.</param>
/// <param name="Price">Name of the price that values it; null when the method derives one.</param>
public sealed record ServiceQuantity(
    DistrictCode District,
    string Item,
    EcosystemTypeCode? EcosystemType,
    Area Extent,
    TracedNumber Amount,
    string? Price)
{
    /// <summary>The unit value the method derives; null when <see cref="Price"/> names one.</summary>
    public DerivedPrice? DerivedPrice { get; init; }

    /// <summary>Whether a negative amount is meant so and kept; it is booked as zero otherwise.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>Flags the method sets.</summary>
    public ImmutableArray<AccountFlag> Flags { get; init; } = [];
}

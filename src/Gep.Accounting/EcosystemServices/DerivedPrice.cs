using System.Collections.Immutable;
using Gep.Accounting.Measures;
using Gep.Accounting.Traces;

namespace Gep.Accounting.EcosystemServices;

/// <summary>A unit value that a method derives from statistics or parameters.</summary>
/// <param name="Id">Name of the price: <c>crop-value-added-per-tonne</c>.</param>
/// <param name="Yuan">Yuan per unit.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Formula">How it follows from <paramref name="From"/>.</param>
/// <param name="From">What it was made from; the first one names the source.</param>
public sealed record DerivedPrice(
    string Id, decimal Yuan, Unit Unit, string Formula, ImmutableArray<TracedNumber> From);

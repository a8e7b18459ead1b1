using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>A pollutant that ecosystems remove.</summary>
/// <param name="Item">Item of the service.</param>
/// <param name="Label">What is removed.</param>
/// <param name="LoadIndicator">Statistic of what arrives.</param>
/// <param name="RateParameter">Parameter of what a unit of extent can take.</param>
/// <param name="Price">Name of its price.</param>
internal sealed record Pollutant(
    string Item, BilingualText Label, string LoadIndicator, string RateParameter, string Price);

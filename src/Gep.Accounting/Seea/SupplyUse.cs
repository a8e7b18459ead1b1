using System.Collections.Immutable;

namespace Gep.Accounting.Seea;

/// <summary>One service of a supply and use table: who supplies it, who uses it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Unit">Physical unit.</param>
/// <param name="UnitValue">Yuan (or another currency) per unit.</param>
/// <param name="Supply">Quantity by ecosystem type.</param>
/// <param name="Use">Quantity by economic unit.</param>
public sealed record SupplyUse(
    string Service, string Unit, double UnitValue, ImmutableSortedDictionary<string, double> Supply,
    ImmutableSortedDictionary<string, double> Use);

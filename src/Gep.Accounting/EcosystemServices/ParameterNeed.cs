using Gep.Accounting.Measures;

namespace Gep.Accounting.EcosystemServices;

/// <summary>A parameter that a method reads.</summary>
/// <param name="Name">Its name: <c>runoff-coefficient</c>.</param>
/// <param name="Unit">The unit it must be given in.</param>
/// <param name="Least">Least plausible value, inclusive.</param>
/// <param name="Most">Greatest plausible value, inclusive.</param>
public sealed record ParameterNeed(string Name, Unit Unit, decimal Least, decimal Most)
{
    /// <summary>A parameter by unit symbol and plausible range.</summary>
    public static ParameterNeed Of(string name, string unit, decimal least, decimal most) =>
        new(name, Unit.Of(unit), least, most);
}

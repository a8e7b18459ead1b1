using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;

namespace Gep.Accounting.EcosystemServices;

/// <summary>One item of a service as an equation of a base (an area or a surveyed amount) and
/// inputs.</summary>
/// <param name="Item">Item of the service.</param>
/// <param name="Label">What the amount is.</param>
/// <param name="Unit">Unit of the amount.</param>
/// <param name="Text">The equation for people; its left side names the symbol.</param>
/// <param name="Price">Name of the price that values it.</param>
/// <param name="Inputs">What it reads besides the base, in the order of <paramref name="Amount"/>.</param>
/// <param name="Amount">The amount of the base and the inputs.</param>
internal sealed record Equation(
    string Item,
    BilingualText Label,
    string Unit,
    string Text,
    string Price,
    ImmutableArray<EquationInput> Inputs,
    Func<double, ImmutableArray<double>, double> Amount)
{
    private const int SymbolEnd = 2;

    /// <summary>Name of the price where it differs by type; null where it does not.</summary>
    public Func<EcosystemTypeCode, string>? PriceOfType { get; init; }

    /// <summary>Flags of each quantity.</summary>
    public ImmutableArray<AccountFlag> Flags { get; init; } = [];

    /// <summary>Whether a negative amount is meant so and kept.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>The symbol on the left of the equation.</summary>
    public string Symbol => Text.Split(" = ", SymbolEnd)[0];

    /// <summary>An amount that is the base itself.</summary>
    public static Equation AsSurveyed(string item, BilingualText label, string unit, string price) =>
        new(item, label, unit, "Q = Qₛ", price, [], (amount, _) => amount);
}

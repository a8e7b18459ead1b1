using System.Diagnostics.CodeAnalysis;

namespace Gep.Accounting.Measures;

/// <summary>A unit of a number, by the symbol it is printed with: <c>m³/a</c>, <c>yuan/m³</c>.</summary>
public readonly record struct Unit
{
    private const int LengthMax = 60;

    private readonly string? symbol;

    private Unit(string symbol) => this.symbol = symbol;

    /// <summary>A pure number.</summary>
    public static Unit One { get; } = new("1");

    /// <summary>Parses a symbol of 1 to 60 characters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Unit unit)
    {
        bool isUnit = !string.IsNullOrWhiteSpace(text) && text.Length <= LengthMax;
        unit = isUnit ? new Unit(text!) : default;
        return isUnit;
    }

    /// <summary>The unit of that symbol; throws <see cref="ArgumentException"/> where it is none.</summary>
    public static Unit Of(string symbol) =>
        TryParse(symbol, out var unit)
            ? unit : throw new ArgumentException($"'{symbol}' is no unit.", nameof(symbol));

    /// <summary>The symbol after a number: nothing for a pure number.</summary>
    public string AfterNumber => this == One || symbol is null ? "" : $" {symbol}";

    /// <summary>The symbol.</summary>
    public override string ToString() => symbol ?? "1";
}

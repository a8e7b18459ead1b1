using System.Globalization;

namespace Gep.Accounting.Measures;

/// <summary>An amount of an ecosystem service per year with its unit (实物量).</summary>
/// <remarks>
/// The amount is rounded once, when it is made, to 12 significant digits. That is finer than any input, hides
/// the last bits in which processors differ, and makes the printed number the one that is multiplied.
/// </remarks>
public readonly record struct PhysicalQuantity
{
    private const string TwelveDigits = "E11";

    private PhysicalQuantity(double amount, Unit unit) => (Amount, Unit) = (amount, unit);

    /// <summary>The number, 12 significant digits.</summary>
    public double Amount { get; }

    /// <summary>Its unit.</summary>
    public Unit Unit { get; }

    /// <summary>
    /// The same number for the multiplication by money; the twelve digits are kept exactly.
    /// </summary>
    public decimal ExactAmount =>
        decimal.Parse(Amount.ToString(TwelveDigits, CultureInfo.InvariantCulture), NumberStyles.Float,
            CultureInfo.InvariantCulture);

    /// <summary>
    /// Rounds an amount to 12 significant digits; throws <see cref="ArgumentException"/> when not finite.
    /// </summary>
    public static PhysicalQuantity Of(double amount, Unit unit)
    {
        if (!double.IsFinite(amount))
            throw new ArgumentException($"{amount} {unit} is no quantity.", nameof(amount));
        string digits = amount.ToString(TwelveDigits, CultureInfo.InvariantCulture);
        return new PhysicalQuantity(double.Parse(digits, CultureInfo.InvariantCulture), unit);
    }

    /// <summary>Number and unit.</summary>
    public override string ToString() => $"{Amount.ToString("R", CultureInfo.InvariantCulture)} {Unit}";
}

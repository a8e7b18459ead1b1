using System.Globalization;

namespace Gep.DrawWuhan.Checks;

/// <summary>
/// One line of the check table: what is wanted, what was drawn, and whether that is near enough.
/// </summary>
internal sealed record Check(
    string Name, double Wanted, double Drawn, double Tolerance, string Unit, int Decimals)
{
    /// <summary>Whether the drawn value is within the tolerance of the wanted one.</summary>
    public bool Passed => Math.Abs(Drawn - Wanted) <= Tolerance;

    /// <summary>A value that must lie in a range.</summary>
    public static Check Between(
        string name, double least, double most, double drawn, string unit, int decimals) =>
        new(name, (least + most) / 2, drawn, (most - least) / 2, unit, decimals);

    /// <summary>The line as a row of a Markdown table.</summary>
    public string Row() => string.Create(CultureInfo.InvariantCulture,
        $"| {Name} | {Number(Wanted)} | {Number(Drawn)} | ±{Tolerance:G3} | {Unit} | {Met} |");

    private string Met => Passed ? "yes" : "NO";

    private string Number(double value) =>
        value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

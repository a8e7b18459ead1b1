using System.Globalization;

namespace Gep.Api.Exports;

/// <summary>A cell of a report table.</summary>
/// <param name="Text">What it shows; of a number its invariant text.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal readonly record struct ReportCell(string Text, bool IsNumber)
{
    /// <summary>A text.</summary>
    public static ReportCell Of(string text) => new(text, false);

    /// <summary>A number, exactly as computed.</summary>
    public static ReportCell Of(double number) =>
        new(number.ToString("R", CultureInfo.InvariantCulture), true);

    /// <summary>A number, exactly as computed; empty for none.</summary>
    public static ReportCell Of(decimal? number) =>
        number is null ? Of("") : new(number.Value.ToString(CultureInfo.InvariantCulture), true);

    /// <summary>What a number shows where an account holds nothing: never a zero.</summary>
    public static ReportCell Nothing { get; } = Of("–");

    /// <summary>What a number shows where something is missing.</summary>
    public static ReportCell NotAccounted { get; } = Of("未核算 not accounted");

    /// <summary>A number rounded half away from zero.</summary>
    public static ReportCell Rounded(decimal number, int decimals) =>
        Of(Math.Round(number, decimals, MidpointRounding.AwayFromZero));
}

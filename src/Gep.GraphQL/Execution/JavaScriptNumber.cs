using System.Globalization;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Shortest decimal text of a double in JavaScript's layout: plain from 1e-6 to 1e21. Spec §3.5.2, §7.2.1.
/// </summary>
internal static class JavaScriptNumber
{
    /// <summary>2^53: below it, every whole double is its own shortest text.</summary>
    public const double ExactMax = 9007199254740992;

    /// <summary>Between these two, .NET and JavaScript write the same.</summary>
    private const double PlainMin = 1e-4;

    private const double PlainMax = 1e15;
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;

    public static bool IsPlain(double value) => Math.Abs(value) is >= PlainMin and < PlainMax;

    public static string Format(double value)
    {
        if (value == 0) return "0";
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        string round = value.ToString("R", CultureInfo.InvariantCulture);
        string sign = value < 0 ? "-" : "";
        var (digits, exponent) = Split(round.TrimStart('-'));
        if (exponent > LargestPlainExponent || exponent <= SmallestPlainExponent)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..] : "";
            int power = exponent - 1;
            return $"{sign}{digits[0]}{fraction}e{(power < 0 ? "-" : "+")}{Math.Abs(power)}";
        }
        if (exponent <= 0) return $"{sign}0.{new string('0', -exponent)}{digits}";
        return digits.Length <= exponent
            ? sign + digits + new string('0', exponent - digits.Length)
            : $"{sign}{digits[..exponent]}.{digits[exponent..]}";
    }

    /// <summary>Digits without zeros at the ends, and n such that the value is 0.digits × 10^n.</summary>
    private static (string Digits, int Exponent) Split(string text)
    {
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = e < 0
            ? 0
            : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        exponent += point < 0 ? digits.Length : point;
        string trimmed = digits.TrimStart('0');
        exponent -= digits.Length - trimmed.Length;
        return (trimmed.TrimEnd('0'), exponent);
    }
}

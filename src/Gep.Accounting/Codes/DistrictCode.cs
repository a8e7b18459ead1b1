using System.Diagnostics.CodeAnalysis;

namespace Gep.Accounting.Codes;

/// <summary>
/// An administrative unit by its six-digit division code (GB/T 2260), ordered by that code.
/// </summary>
public readonly record struct DistrictCode : IComparable<DistrictCode>
{
    private const int Length = 6;

    private readonly string? text;

    private DistrictCode(string text) => this.text = text;

    /// <summary>Parses six ASCII digits; anything else is no code.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DistrictCode code)
    {
        bool isCode = text is { Length: Length } && text.All(char.IsAsciiDigit);
        code = isCode ? new DistrictCode(text!) : default;
        return isCode;
    }

    /// <inheritdoc/>
    public int CompareTo(DistrictCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The six digits.</summary>
    public override string ToString() => text ?? "";
}

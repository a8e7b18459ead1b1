using System.Diagnostics.CodeAnalysis;

namespace Gep.Accounting.Compensation;

/// <summary>The code of a scheme, such as <c>WH-PBF</c>, ordered by its text.</summary>
public readonly record struct SchemeCode : IComparable<SchemeCode>
{
    private const int LengthMax = 30;

    private readonly string? text;

    private SchemeCode(string text) => this.text = text;

    /// <summary>Parses parts of ASCII capitals or digits joined by hyphens, at most 30 characters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SchemeCode code)
    {
        bool isCode = text is { Length: > 0 and <= LengthMax } && text.Split('-').All(IsPart);
        code = isCode ? new SchemeCode(text!) : default;
        return isCode;
    }

    /// <summary>The code of that text; throws <see cref="ArgumentException"/> where it is none.</summary>
    public static SchemeCode Of(string text) =>
        TryParse(text, out var code)
            ? code
            : throw new ArgumentException($"'{text}' is no scheme code.", nameof(text));

    /// <inheritdoc/>
    public int CompareTo(SchemeCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The code as written.</summary>
    public override string ToString() => text ?? "";

    private static bool IsPart(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}

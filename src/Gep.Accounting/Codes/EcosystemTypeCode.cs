using System.Diagnostics.CodeAnalysis;

namespace Gep.Accounting.Codes;

/// <summary>
/// A class of the ecosystem classification: a level-1 code (<c>FOR</c>) or a level-2 code under it
/// (<c>FOR/EBF</c>), ordered by its text.
/// </summary>
public readonly record struct EcosystemTypeCode : IComparable<EcosystemTypeCode>
{
    private const char LevelSeparator = '/';
    private const int LengthMax = 40;

    private readonly string? text;

    private EcosystemTypeCode(string text) => this.text = text;

    /// <summary>The level-1 class it belongs to; itself when it is one.</summary>
    public EcosystemTypeCode Level1 =>
        text is null || !text.Contains(LevelSeparator, StringComparison.Ordinal)
            ? this
            : new EcosystemTypeCode(text[..text.IndexOf(LevelSeparator, StringComparison.Ordinal)]);

    /// <summary>Parses one or two parts of ASCII letters, digits or hyphens joined by one slash.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EcosystemTypeCode code)
    {
        code = default;
        if (string.IsNullOrEmpty(text) || text.Length > LengthMax) return false;
        string[] parts = text.Split(LevelSeparator);
        if (parts.Length > 2 || parts.Any(part => !IsPart(part))) return false;
        code = new EcosystemTypeCode(text);
        return true;
    }

    /// <summary>
    /// Whether a rule written for <paramref name="other"/> covers this type: equal, or its level 1.
    /// </summary>
    public bool IsWithin(EcosystemTypeCode other) => this == other || Level1 == other;

    /// <inheritdoc/>
    public int CompareTo(EcosystemTypeCode other) => string.CompareOrdinal(text, other.text);

    /// <summary>The code as written.</summary>
    public override string ToString() => text ?? "";

    private static bool IsPart(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}

namespace Gep.Api.Maps.Filters;

/// <summary>
/// A pattern of LIKE: <c>%</c> any text, <c>_</c> one character, <c>\</c> takes the next one as it is.
/// </summary>
/// <remarks>
/// Matching goes back to the last <c>%</c> only, so its time is at most the product of both lengths.
/// </remarks>
internal sealed class TextPattern
{
    private const char AnyText = '%', AnyOne = '_', Escape = '\\';

    private readonly List<(char Letter, bool IsWild)> letters = [];

    /// <summary>A pattern.</summary>
    public TextPattern(string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            bool isEscaped = pattern[i] == Escape && i + 1 < pattern.Length;
            if (isEscaped) i++;
            bool isWild = !isEscaped && pattern[i] is AnyText or AnyOne;
            bool repeats = isWild && pattern[i] == AnyText && letters is [.., (AnyText, true)];
            if (!repeats) letters.Add((pattern[i], isWild));
        }
    }

    /// <summary>Whether the whole text is like it.</summary>
    public bool Matches(string text)
    {
        int at = 0, letter = 0, afterAny = -1, resume = 0;
        while (at < text.Length)
        {
            if (letter < letters.Count && letters[letter] is (AnyText, true))
            {
                afterAny = ++letter;
                resume = at;
            }
            else if (letter < letters.Count && MatchesOne(letters[letter], text[at]))
            {
                letter++;
                at++;
            }
            else if (afterAny >= 0)
            {
                letter = afterAny;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (letter < letters.Count && letters[letter] is (AnyText, true)) letter++;
        return letter == letters.Count;
    }

    private static bool MatchesOne((char Letter, bool IsWild) pattern, char letter) =>
        pattern.IsWild ? pattern.Letter == AnyOne : pattern.Letter == letter;
}

using System.Text;

namespace Gep.Api.Maps.Filters;

/// <summary>What a token is.</summary>
internal enum FilterTokenKind
{
    /// <summary>The text is over.</summary>
    End,

    /// <summary>A keyword, function or property.</summary>
    Word,

    /// <summary>A property in double quotes.</summary>
    QuotedName,

    /// <summary>Text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator, bracket or comma.</summary>
    Sign,

    /// <summary>Nothing that the language has.</summary>
    Unknown,
}

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="At">Where it begins.</param>
/// <param name="End">Where it ended.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int At, int End)
{
    /// <summary>Whether it is that word, in upper or lower case.</summary>
    public bool IsWord(string word) =>
        Kind == FilterTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is that sign.</summary>
    public bool IsSign(string sign) =>
        Kind == FilterTokenKind.Sign && Text.Equals(sign, StringComparison.Ordinal);
}

/// <summary>Cuts a filter into tokens; [CQL2] §9 and its grammar.</summary>
internal static class FilterLexer
{
    private static readonly string[] Signs = ["<>", "<=", ">=", "=", "<", ">", "(", ")", ","];

    /// <summary>The token that begins at or after a place.</summary>
    public static FilterToken Read(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at >= text.Length) return new FilterToken(FilterTokenKind.End, "", at, at);
        char first = text[at];
        if (first is '\'' or '"') return ReadQuoted(text, at, first);
        if (char.IsAsciiDigit(first) || (first is '-' or '+' or '.' && at + 1 < text.Length
            && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '.')))
            return ReadNumber(text, at);
        if (char.IsLetter(first) || first is '_' or ':')
        {
            int end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or ':' or '.'))
                end++;
            return new FilterToken(FilterTokenKind.Word, text[at..end], at, end);
        }
        foreach (string sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)
                return new FilterToken(FilterTokenKind.Sign, sign, at, at + sign.Length);
        }
        return new FilterToken(FilterTokenKind.Unknown, first.ToString(), at, at + 1);
    }

    /// <summary>A quote within is doubled, or in text follows a backslash.</summary>
    private static FilterToken ReadQuoted(string text, int at, char quote)
    {
        var inner = new StringBuilder();
        for (int i = at + 1; i < text.Length; i++)
        {
            bool isDoubled = i + 1 < text.Length && text[i + 1] == quote && text[i] == quote;
            bool isEscaped = i + 1 < text.Length && text[i + 1] == quote && text[i] == '\\';
            if (isDoubled || isEscaped)
            {
                inner.Append(quote);
                i++;
            }
            else if (text[i] == quote)
            {
                var kind = quote == '"' ? FilterTokenKind.QuotedName : FilterTokenKind.Text;
                return new FilterToken(kind, inner.ToString(), at, i + 1);
            }
            else
            {
                inner.Append(text[i]);
            }
        }
        return new FilterToken(FilterTokenKind.Unknown, text[at..], at, text.Length);
    }

    private static FilterToken ReadNumber(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or 'e' or 'E'
            || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E')))
            end++;
        return new FilterToken(FilterTokenKind.Number, text[at..end], at, end);
    }
}

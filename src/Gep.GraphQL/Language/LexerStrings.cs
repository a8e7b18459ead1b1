using System.Text;

namespace Gep.GraphQL.Language;

/// <summary>String and block string tokens with their escapes. Spec §2.10.4 (string value).</summary>
internal sealed partial class Lexer
{
    /// <summary>Longest <c>\u{…}</c>: eight digits between the braces.</summary>
    private const int LongestEscape = 12;

    private const int ShortestEscape = 5;
    private const int FixedEscape = 6;

    private Token ReadString(int start)
    {
        int position = start + 1, chunk = position;
        StringBuilder? value = null;
        while (position < _body.Length)
        {
            char c = _body[position];
            if (c == '"')
            {
                string text = value is null
                    ? _body[chunk..position]
                    : value.Append(_body, chunk, position - chunk).ToString();
                return new Token(TokenKind.String, start, position + 1, text);
            }
            if (c == '\\')
            {
                value = (value ?? new StringBuilder()).Append(_body, chunk, position - chunk);
                position = ReadEscape(position, value);
                chunk = position;
                continue;
            }
            if (c is '\n' or '\r') break;
            position = SkipCharacter(position);
        }
        throw Error(position, "Unterminated string.");
    }

    private int SkipCharacter(int position)
    {
        if (!IsScalarValue(position))
            throw Error(position, $"Invalid character within String: {Print(position)}.");
        return position + (IsSurrogatePair(position) ? 2 : 1);
    }

    private int ReadEscape(int position, StringBuilder value)
    {
        int kind = At(position + 1);
        if (kind == 'u') return At(position + 2) == '{' ? ReadBraced(position, value)
            : ReadFixed(position, value);
        char? escaped = kind switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (escaped is not { } c)
            throw Error(position, $"Invalid character escape sequence: \"{Slice(position, 2)}\".");
        value.Append(c);
        return position + 2;
    }

    private string Slice(int position, int length) =>
        _body.Substring(position, Math.Min(length, _body.Length - position));

    private int ReadBraced(int position, StringBuilder value)
    {
        int point = 0, size = 3;
        while (size < LongestEscape)
        {
            int c = At(position + size++);
            if (c == '}')
            {
                if (size < ShortestEscape || !Rune.IsValid(point)) break;
                value.Append(new Rune(point).ToString());
                return position + size;
            }
            point = (point << 4) | Hex(c);
            if (point < 0) break;
        }
        throw Error(position, $"Invalid Unicode escape sequence: \"{Slice(position, size)}\".");
    }

    private int ReadFixed(int position, StringBuilder value)
    {
        int code = ReadCode(position + 2);
        if (code >= 0 && !char.IsSurrogate((char)code))
        {
            value.Append((char)code);
            return position + FixedEscape;
        }
        bool hasSecond = At(position + FixedEscape) == '\\' && At(position + FixedEscape + 1) == 'u';
        if (code >= 0 && char.IsHighSurrogate((char)code) && hasSecond)
        {
            int second = ReadCode(position + FixedEscape + 2);
            if (second >= 0 && char.IsLowSurrogate((char)second))
            {
                value.Append((char)code).Append((char)second);
                return position + (2 * FixedEscape);
            }
        }
        throw Error(position, $"Invalid Unicode escape sequence: \"{Slice(position, FixedEscape)}\".");
    }

    private int ReadCode(int position) => (Hex(At(position)) << 12) | (Hex(At(position + 1)) << 8)
        | (Hex(At(position + 2)) << 4) | Hex(At(position + 3));

    private static int Hex(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private Token ReadBlockString(int start)
    {
        int position = start + 3, chunk = position;
        var raw = new StringBuilder();
        while (position < _body.Length)
        {
            char c = _body[position];
            if (c == '"' && At(position + 1) == '"' && At(position + 2) == '"')
            {
                raw.Append(_body, chunk, position - chunk);
                string text = BlockText.Dedent(raw.ToString());
                return new Token(TokenKind.BlockString, start, position + 3, text);
            }
            bool isEscaped = c == '\\' && At(position + 1) == '"' && At(position + 2) == '"'
                && At(position + 3) == '"';
            if (isEscaped)
            {
                raw.Append(_body, chunk, position - chunk);
                chunk = position + 1;
                position += 4;
                continue;
            }
            position = c is '\n' or '\r' ? position + 1 : SkipCharacter(position);
        }
        throw Error(position, "Unterminated string.");
    }
}

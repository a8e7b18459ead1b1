using System.Globalization;

namespace Gep.GraphQL.Language;

/// <summary>Cuts a document into tokens; comments and commas are skipped. Spec §2.1 (source text).</summary>
internal sealed partial class Lexer(SourceText source)
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly string _body = source.Body;

    public Token Read(int start)
    {
        int position = start;
        while (position < _body.Length)
        {
            char c = _body[position];
            if (c is '\t' or ' ' or ',' or '\n' or '\r' or ByteOrderMark)
            {
                position++;
                continue;
            }
            if (c == '#')
            {
                position = SkipComment(position);
                continue;
            }
            return ReadAt(c, position);
        }
        return new Token(TokenKind.EndOfFile, _body.Length, _body.Length, null);
    }

    private Token ReadAt(char c, int position)
    {
        TokenKind punctuator = c switch
        {
            '!' => TokenKind.Bang,
            '$' => TokenKind.Dollar,
            '&' => TokenKind.Ampersand,
            '(' => TokenKind.ParenLeft,
            ')' => TokenKind.ParenRight,
            ':' => TokenKind.Colon,
            '=' => TokenKind.EqualsSign,
            '@' => TokenKind.At,
            '[' => TokenKind.BracketLeft,
            ']' => TokenKind.BracketRight,
            '{' => TokenKind.BraceLeft,
            '|' => TokenKind.Pipe,
            '}' => TokenKind.BraceRight,
            _ => TokenKind.StartOfFile,
        };
        if (punctuator != TokenKind.StartOfFile) return new Token(punctuator, position, position + 1, null);
        if (c == '.' && At(position + 1) == '.' && At(position + 2) == '.')
            return new Token(TokenKind.Spread, position, position + 3, null);
        if (c == '"')
        {
            bool isBlock = At(position + 1) == '"' && At(position + 2) == '"';
            return isBlock ? ReadBlockString(position) : ReadString(position);
        }
        if (char.IsAsciiDigit(c) || c == '-') return ReadNumber(position);
        if (IsNameStart(c)) return ReadName(position);
        throw Error(position, c == '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : $"{(IsScalarValue(position) ? "Unexpected" : "Invalid")} character: {Print(position)}.");
    }

    public GraphQLException Error(int position, string message) => new(new GraphQLError
    {
        Message = $"Syntax Error: {message}",
        Locations = [source.LocationOf(position)],
    });

    private static bool IsNameStart(int c) => c == '_' || (c < 128 && c >= 0 && char.IsAsciiLetter((char)c));

    /// <summary>The character there, or -1 beyond the end.</summary>
    private int At(int position) => position < _body.Length ? _body[position] : -1;

    private bool IsScalarValue(int position) =>
        !char.IsSurrogate(_body[position]) || IsSurrogatePair(position);

    private bool IsSurrogatePair(int position) =>
        position + 1 < _body.Length && char.IsSurrogatePair(_body[position], _body[position + 1]);

    private string Print(int position)
    {
        if (position >= _body.Length) return "<EOF>";
        int code = IsSurrogatePair(position) ? char.ConvertToUtf32(_body, position) : _body[position];
        if (code is >= ' ' and <= '~') return code == '"' ? "'\"'" : $"\"{(char)code}\"";
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private int SkipComment(int start)
    {
        int position = start + 1;
        while (position < _body.Length && _body[position] is not ('\n' or '\r'))
        {
            if (!IsScalarValue(position)) break;
            position += IsSurrogatePair(position) ? 2 : 1;
        }
        return position;
    }

    private Token ReadName(int start)
    {
        int position = start + 1;
        while (IsNameStart(At(position)) || IsDigit(At(position))) position++;
        return new Token(TokenKind.Name, start, position, _body[start..position]);
    }

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private Token ReadNumber(int start)
    {
        int position = start;
        bool isFloat = false;
        if (At(position) == '-') position++;
        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw Error(position, $"Invalid number, unexpected digit after 0: {Print(position)}.");
        }
        else
        {
            position = ReadDigits(position);
        }
        if (At(position) == '.')
        {
            isFloat = true;
            position = ReadDigits(position + 1);
        }
        if (At(position) is 'e' or 'E')
        {
            isFloat = true;
            position++;
            if (At(position) is '+' or '-') position++;
            position = ReadDigits(position);
        }
        if (At(position) == '.' || IsNameStart(At(position)))
            throw Error(position, $"Invalid number, expected digit but got: {Print(position)}.");
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, start, position, _body[start..position]);
    }

    private int ReadDigits(int start)
    {
        if (!IsDigit(At(start)))
            throw Error(start, $"Invalid number, expected digit but got: {Print(start)}.");
        int position = start + 1;
        while (IsDigit(At(position))) position++;
        return position;
    }
}

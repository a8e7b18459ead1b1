namespace Gep.GraphQL.Language;

/// <summary>The parser's hold on tokens: expect, skip, repeat, and the two bounds. Spec §2.1.6.</summary>
internal sealed partial class Parser
{
    private T Finish<T>(int start, T node)
        where T : Node
    {
        node.Start = start;
        node.End = _lastEnd;
        return node;
    }

    private void Deeper()
    {
        if (++_depth > _limits.Depth)
        {
            throw _lexer.Error(_token.Start,
                $"Document is nested deeper than {_limits.Depth} levels. Parsing aborted.");
        }
    }

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Read(_token.End);
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.Tokens)
        {
            throw _lexer.Error(_token.Start,
                $"Document contains more than {_limits.Tokens} tokens. Parsing aborted.");
        }
    }

    private bool Peek(TokenKind kind) => _token.Kind == kind;

    private bool PeekDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringValueNode? ParseDescription() => PeekDescription() ? ParseStringValue() : null;

    private Token Expect(TokenKind kind)
    {
        Token token = _token;
        if (token.Kind != kind)
        {
            throw _lexer.Error(token.Start,
                $"Expected {Token.DescribeKind(kind)}, found {token.Describe()}.");
        }
        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            throw _lexer.Error(_token.Start, $"Expected \"{keyword}\", found {_token.Describe()}.");
    }

    private bool SkipKeyword(string keyword)
    {
        if (_token.Kind != TokenKind.Name || _token.Value != keyword) return false;
        Advance();
        return true;
    }

    private GraphQLException Unexpected(Token token) =>
        _lexer.Error(token.Start, $"Unexpected {token.Describe()}.");

    private List<T> Any<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        while (!Skip(close)) nodes.Add(parse());
        return nodes;
    }

    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<T> parse, TokenKind close) =>
        Peek(open) ? Many(open, parse, close) : [];

    private List<T> Many<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        do nodes.Add(parse());
        while (!Skip(close));
        return nodes;
    }

    private List<T> Delimited<T>(TokenKind delimiter, Func<T> parse)
    {
        Skip(delimiter);
        var nodes = new List<T>();
        do nodes.Add(parse());
        while (Skip(delimiter));
        return nodes;
    }
}

namespace Gep.GraphQL.Language;

/// <summary>Values and type references. Spec §2.10 and §2.12.</summary>
internal sealed partial class Parser
{
    private ValueNode ParseValue(bool isConst)
    {
        Token token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                return Take(new LiteralNode(NodeKind.IntValue, token.Value!));
            case TokenKind.Float:
                return Take(new LiteralNode(NodeKind.FloatValue, token.Value!));
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                return token.Value switch
                {
                    "true" => Take(new BooleanNode(true)),
                    "false" => Take(new BooleanNode(false)),
                    "null" => Take(new NullNode()),
                    _ => Take(new LiteralNode(NodeKind.EnumValue, token.Value!)),
                };
            case TokenKind.Dollar when isConst:
                Expect(TokenKind.Dollar);
                throw _token.Kind == TokenKind.Name
                    ? _lexer.Error(token.Start, $"Unexpected variable \"${_token.Value}\" in constant value.")
                    : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected(token);
        }
    }

    private T Take<T>(T node)
        where T : Node
    {
        int start = _token.Start;
        Advance();
        return Finish(start, node);
    }

    private StringValueNode ParseStringValue() =>
        Take(new StringValueNode(_token.Value!, _token.Kind == TokenKind.BlockString));

    private ListValueNode ParseList(bool isConst)
    {
        int start = _token.Start;
        Deeper();
        var values = Any(TokenKind.BracketLeft, () => ParseValue(isConst), TokenKind.BracketRight);
        _depth--;
        return Finish(start, new ListValueNode(values));
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        int start = _token.Start;
        Deeper();
        var fields = Any(TokenKind.BraceLeft, () => ParseObjectField(isConst), TokenKind.BraceRight);
        _depth--;
        return Finish(start, new ObjectValueNode(fields));
    }

    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        int start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return Finish(start, new ObjectFieldNode(name, ParseValue(isConst)));
    }

    private TypeNode ParseType()
    {
        int start = _token.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Deeper();
            var inner = ParseType();
            _depth--;
            Expect(TokenKind.BracketRight);
            type = Finish(start, new WrappedTypeNode(NodeKind.ListType, inner));
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? Finish(start, new WrappedTypeNode(NodeKind.NonNullType, type)) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        int start = _token.Start;
        return Finish(start, new NamedTypeNode(ParseName()));
    }
}

namespace Gep.GraphQL.Language;

/// <summary>
/// Text to syntax tree, with bounded depth and number of tokens. Spec §2.2 to §2.13, Appendix B.3.
/// </summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly Lexer _lexer;
    private readonly ParserLimits _limits;
    private Token _token;
    private int _lastEnd;
    private int _tokens;
    private int _depth;

    private Parser(string text, ParserLimits limits)
    {
        _source = new SourceText(text);
        _lexer = new Lexer(_source);
        _limits = limits;
        _token = new Token(TokenKind.StartOfFile, 0, 0, null);
    }

    /// <summary>The document, or a <see cref="GraphQLException"/> with the syntax error.</summary>
    public static DocumentNode Parse(string text, ParserLimits? limits = null)
    {
        var parser = new Parser(text, limits ?? ParserLimits.Default);
        var definitions = parser.Many(TokenKind.StartOfFile, parser.ParseDefinition, TokenKind.EndOfFile);
        return new DocumentNode(parser._source, definitions, parser._tokens) { End = text.Length };
    }

    /// <summary>A value without variables, such as a default.</summary>
    public static ValueNode ParseConstValue(string text)
    {
        var parser = new Parser(text, ParserLimits.Default);
        parser.Expect(TokenKind.StartOfFile);
        var value = parser.ParseValue(isConst: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft)) return ParseOperation();
        bool hasDescription = PeekDescription();
        Token keyword = hasDescription ? _lexer.Read(_token.End) : _token;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
        {
            throw _lexer.Error(_token.Start,
                "Unexpected description, descriptions are not supported on shorthand queries.");
        }
        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        switch (keyword.Value)
        {
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive":
                return ParseTypeSystemDefinition(keyword.Value);
            case "query" or "mutation" or "subscription":
                return ParseOperation();
            case "fragment":
                return ParseFragmentDefinition();
        }
        if (hasDescription)
        {
            throw _lexer.Error(_token.Start,
                "Unexpected description, only GraphQL definitions support descriptions.");
        }
        return keyword.Value == "extend" ? ParseExtension() : throw Unexpected(keyword);
    }

    private OperationNode ParseOperation()
    {
        int start = _token.Start;
        if (Peek(TokenKind.BraceLeft))
        {
            return Finish(start, new OperationNode
            {
                Operation = OperationKind.Query,
                SelectionSet = ParseSelectionSet(),
            });
        }
        var description = ParseDescription();
        var operation = ParseOperationKind();
        var name = Peek(TokenKind.Name) ? ParseName() : null;
        return Finish(start, new OperationNode
        {
            Description = description,
            Operation = operation,
            Name = name,
            Variables = OptionalMany(TokenKind.ParenLeft, ParseVariableDefinition, TokenKind.ParenRight),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
        });
    }

    private OperationKind ParseOperationKind()
    {
        Token token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        int start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return Finish(start, new VariableDefinitionNode
        {
            Description = description,
            Variable = variable,
            Type = ParseType(),
            DefaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null,
            Directives = ParseDirectives(isConst: true),
        });
    }

    private VariableNode ParseVariable()
    {
        int start = Expect(TokenKind.Dollar).Start;
        return Finish(start, new VariableNode(ParseName()));
    }

    private SelectionSetNode ParseSelectionSet()
    {
        int start = _token.Start;
        Deeper();
        var selections = Many(TokenKind.BraceLeft, ParseSelection, TokenKind.BraceRight);
        _depth--;
        return Finish(start, new SelectionSetNode(selections));
    }

    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        int start = _token.Start;
        var nameOrAlias = ParseName();
        bool hasAlias = Skip(TokenKind.Colon);
        return Finish(start, new FieldNode
        {
            Alias = hasAlias ? nameOrAlias : null,
            Name = hasAlias ? ParseName() : nameOrAlias,
            Arguments = ParseArguments(isConst: false),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null,
        });
    }

    private IReadOnlyList<ArgumentNode> ParseArguments(bool isConst) => OptionalMany(
        TokenKind.ParenLeft, () => ParseArgument(isConst), TokenKind.ParenRight);

    private ArgumentNode ParseArgument(bool isConst)
    {
        int start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return Finish(start, new ArgumentNode(name, ParseValue(isConst)));
    }

    private SelectionNode ParseFragment()
    {
        int start = Expect(TokenKind.Spread).Start;
        bool hasCondition = SkipKeyword("on");
        if (!hasCondition && Peek(TokenKind.Name))
        {
            return Finish(start, new FragmentSpreadNode(ParseFragmentName())
            {
                Directives = ParseDirectives(isConst: false),
            });
        }
        return Finish(start, new InlineFragmentNode
        {
            TypeCondition = hasCondition ? ParseNamedType() : null,
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
        });
    }

    private FragmentNode ParseFragmentDefinition()
    {
        int start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        ExpectKeyword("on");
        return Finish(start, new FragmentNode
        {
            Description = description,
            Name = name,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
        });
    }

    private NameNode ParseFragmentName() => _token.Value == "on" ? throw Unexpected(_token) : ParseName();

    private List<DirectiveNode> ParseDirectives(bool isConst)
    {
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            int start = Expect(TokenKind.At).Start;
            directives.Add(Finish(start, new DirectiveNode(ParseName(), ParseArguments(isConst))));
        }
        return directives;
    }

    private NameNode ParseName()
    {
        Token token = Expect(TokenKind.Name);
        return Finish(token.Start, new NameNode(token.Value!));
    }
}

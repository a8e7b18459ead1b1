using System.Collections.Frozen;

namespace Gep.GraphQL.Language;

/// <summary>Definitions and extensions of the type system. Spec §3.2 to §3.13.</summary>
internal sealed partial class Parser
{
    private static readonly FrozenSet<string> KnownLocations = DirectiveLocations.All.ToFrozenSet();

    private DefinitionNode ParseTypeSystemDefinition(string keyword)
    {
        int start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword(keyword);
        return keyword switch
        {
            "schema" => Finish(start, new SchemaNode(NodeKind.SchemaDefinition)
            {
                Description = description,
                Directives = ParseDirectives(isConst: true),
                RootTypes = Many(TokenKind.BraceLeft, ParseRootType, TokenKind.BraceRight),
            }),
            "directive" => ParseDirectiveDefinition(start, description),
            _ => ParseTypeDefinition(start, description, keyword, isExtension: false),
        };
    }

    private RootTypeNode ParseRootType()
    {
        int start = _token.Start;
        var operation = ParseOperationKind();
        Expect(TokenKind.Colon);
        return Finish(start, new RootTypeNode(operation, ParseNamedType()));
    }

    private DefinitionNode ParseExtension()
    {
        int start = _token.Start;
        Token keyword = _lexer.Read(_token.End);
        bool isKnown = keyword.Kind == TokenKind.Name && keyword.Value is
            "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input";
        if (!isKnown) throw Unexpected(keyword);
        ExpectKeyword("extend");
        ExpectKeyword(keyword.Value!);
        if (keyword.Value != "schema") return ParseTypeDefinition(start, null, keyword.Value!,
            isExtension: true);
        var schema = new SchemaNode(NodeKind.SchemaExtension)
        {
            Directives = ParseDirectives(isConst: true),
            RootTypes = OptionalMany(TokenKind.BraceLeft, ParseRootType, TokenKind.BraceRight),
        };
        if (schema.Directives.Count == 0 && schema.RootTypes.Count == 0) throw Unexpected(_token);
        return Finish(start, schema);
    }

    private TypeDefinitionNode ParseTypeDefinition(
        int start, StringValueNode? description, string keyword, bool isExtension)
    {
        var name = ParseName();
        bool hasFields = keyword is "type" or "interface";
        var interfaces = hasFields && SkipKeyword("implements")
            ? Delimited(TokenKind.Ampersand, ParseNamedType)
            : [];
        var definition = new TypeDefinitionNode(KindOf(keyword, isExtension))
        {
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = ParseDirectives(isConst: true),
            Fields = hasFields ? Braced(ParseFieldDefinition) : [],
            InputFields = keyword == "input" ? Braced(ParseInputValueDefinition) : [],
            Values = keyword == "enum" ? Braced(ParseEnumValueDefinition) : [],
            Members = keyword == "union" && Skip(TokenKind.EqualsSign)
                ? Delimited(TokenKind.Pipe, ParseNamedType)
                : [],
        };
        int parts = interfaces.Count + definition.Directives.Count + definition.Fields.Count
            + definition.InputFields.Count + definition.Values.Count + definition.Members.Count;
        if (isExtension && parts == 0) throw Unexpected(_token);
        return Finish(start, definition);
    }

    private IReadOnlyList<T> Braced<T>(Func<T> parse) =>
        OptionalMany(TokenKind.BraceLeft, parse, TokenKind.BraceRight);

    private static NodeKind KindOf(string keyword, bool isExtension) => (keyword, isExtension) switch
    {
        ("scalar", false) => NodeKind.ScalarTypeDefinition,
        ("type", false) => NodeKind.ObjectTypeDefinition,
        ("interface", false) => NodeKind.InterfaceTypeDefinition,
        ("union", false) => NodeKind.UnionTypeDefinition,
        ("enum", false) => NodeKind.EnumTypeDefinition,
        (_, false) => NodeKind.InputObjectTypeDefinition,
        ("scalar", true) => NodeKind.ScalarTypeExtension,
        ("type", true) => NodeKind.ObjectTypeExtension,
        ("interface", true) => NodeKind.InterfaceTypeExtension,
        ("union", true) => NodeKind.UnionTypeExtension,
        ("enum", true) => NodeKind.EnumTypeExtension,
        (_, true) => NodeKind.InputObjectTypeExtension,
    };

    private FieldDefinitionNode ParseFieldDefinition()
    {
        int start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenLeft, ParseInputValueDefinition, TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        return Finish(start, new FieldDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = ParseType(),
            Directives = ParseDirectives(isConst: true),
        });
    }

    private InputValueNode ParseInputValueDefinition()
    {
        int start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return Finish(start, new InputValueNode
        {
            Description = description,
            Name = name,
            Type = ParseType(),
            DefaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null,
            Directives = ParseDirectives(isConst: true),
        });
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        int start = _token.Start;
        var description = ParseDescription();
        if (_token.Value is "true" or "false" or "null")
        {
            throw _lexer.Error(_token.Start,
                $"{_token.Describe()} is reserved and cannot be used for an enum value.");
        }
        return Finish(start, new EnumValueDefinitionNode
        {
            Description = description,
            Name = ParseName(),
            Directives = ParseDirectives(isConst: true),
        });
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenLeft, ParseInputValueDefinition, TokenKind.ParenRight);
        bool isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return Finish(start, new DirectiveDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = Delimited(TokenKind.Pipe, ParseDirectiveLocation),
        });
    }

    private NameNode ParseDirectiveLocation()
    {
        Token token = _token;
        var name = ParseName();
        return KnownLocations.Contains(name.Value) ? name : throw Unexpected(token);
    }
}

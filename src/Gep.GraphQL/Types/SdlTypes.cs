using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>
/// Types and directives from the nodes of a type system document. Spec §3.2 and §3.4.3 (extensions).
/// </summary>
internal sealed class SdlTypes
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeDefinitionNode>> _syntax = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, ScalarType> _scalars;

    public SdlTypes(DocumentNode document, IReadOnlyDictionary<string, ScalarType>? scalars = null)
    {
        _scalars = scalars ?? new Dictionary<string, ScalarType>();
        foreach (var definition in document.Definitions.OfType<TypeDefinitionNode>())
        {
            string name = definition.Name!.Value;
            if (!_syntax.TryGetValue(name, out var list)) _syntax[name] = list = [];
            if (definition.IsExtension) list.Add(definition);
            else list.Insert(0, definition);
        }
        var defined = document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension).ToList();
        foreach (var definition in defined) _types[definition.Name!.Value] = Declare(definition);
        foreach (var standard in StandardScalars.All) _types.TryAdd(standard.Name, standard);
        foreach (var type in _types.Values) Complete(type);
        Defined = [.. defined.Select(definition => _types[definition.Name!.Value])];
        Directives = [.. document.Definitions.OfType<DirectiveDefinitionNode>().Select(MakeDirective)];
    }

    /// <summary>In the order in which they are written.</summary>
    public IReadOnlyList<NamedType> Defined { get; }

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    public NamedType? Find(string name) => _types.GetValueOrDefault(name);

    private NamedType Declare(TypeDefinitionNode node)
    {
        string name = node.Name!.Value;
        NamedType type = node.Kind switch
        {
            NodeKind.ScalarTypeDefinition => new ScalarType(name)
            {
                Parse = _scalars.TryGetValue(name, out var known) ? known.Parse : static value => value,
                ParseLiteral = known?.ParseLiteral,
                Write = known?.Write ?? (static (buffer, value) => buffer.WriteAny(value)),
            },
            NodeKind.ObjectTypeDefinition => new ObjectType(name),
            NodeKind.InterfaceTypeDefinition => new InterfaceType(name),
            NodeKind.UnionTypeDefinition => new UnionType(name),
            NodeKind.EnumTypeDefinition => new EnumType(name),
            _ => new InputObjectType(name),
        };
        if (StandardScalars.All.FirstOrDefault(scalar => scalar.Name == name)
            is { } standard) return standard;
        type.Description = node.Description?.Value;
        type.Syntax = _syntax[name];
        return type;
    }

    private void Complete(NamedType type)
    {
        if (!_syntax.TryGetValue(type.Name, out var nodes)) return;
        switch (type)
        {
            case ScalarType scalar:
                foreach (var node in nodes) scalar.SpecifiedBy = Text(node, "specifiedBy", "url")
                    ?? scalar.SpecifiedBy;
                break;
            case FieldsType fields:
                fields.Interfaces =
                    [.. nodes.SelectMany(n => n.Interfaces).Select(Named).OfType<InterfaceType>()];
                foreach (var field in nodes.SelectMany(node => node.Fields)) fields.Add(MakeField(field));
                break;
            case UnionType union:
                union.Members = [.. nodes.SelectMany(n => n.Members).Select(Named).OfType<ObjectType>()];
                break;
            case EnumType enumeration:
                enumeration.SetValues([.. nodes.SelectMany(n => n.Values).Select(value => new EnumValue(
                    value.Name!.Value, value.Name.Value, value.Description?.Value, Deprecation(value)))]);
                break;
            case InputObjectType input:
                input.SetFields([.. nodes.SelectMany(n => n.InputFields).Select(MakeInput)]);
                input.IsOneOf =
                    nodes.Any(node => node.Directives.Any(directive => directive.Name.Value == "oneOf"));
                break;
        }
    }

    private NamedType Named(NamedTypeNode node) =>
        Find(node.Name.Value) ?? throw new GraphQLException($"Unknown type: \"{node.Name.Value}\".");

    private GraphQLType TypeOf(TypeNode node) => node switch
    {
        WrappedTypeNode { Kind: NodeKind.ListType } list => new ListType(TypeOf(list.Inner)),
        WrappedTypeNode nonNull => new NonNullType(TypeOf(nonNull.Inner)),
        _ => Named((NamedTypeNode)node),
    };

    private FieldDefinition MakeField(FieldDefinitionNode node) => new(node.Name!.Value, TypeOf(node.Type))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node),
        Arguments = [.. node.Arguments.Select(MakeInput)],
        Syntax = node,
    };

    private InputValue MakeInput(InputValueNode node) => new(node.Name!.Value, TypeOf(node.Type))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node),
        DefaultLiteral = node.DefaultValue,
        Syntax = node,
    };

    private DirectiveDefinition MakeDirective(DirectiveDefinitionNode node) =>
        new(node.Name!.Value, [.. node.Locations.Select(location => location.Value)])
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            Arguments = [.. node.Arguments.Select(MakeInput)],
            Syntax = node,
        };

    private static string? Deprecation(DefinitionNode node) =>
        node.Directives.Any(directive => directive.Name.Value == "deprecated")
            ? Text(node, "deprecated", "reason") ?? StandardDirectives.NoLongerSupported
            : null;

    private static string? Text(DefinitionNode node, string directive, string argument) => node.Directives
        .FirstOrDefault(used => used.Name.Value == directive)?.Arguments
        .FirstOrDefault(given => given.Name.Value == argument)?.Value is StringValueNode text ? text.Value
            : null;
}

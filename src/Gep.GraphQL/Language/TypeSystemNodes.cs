namespace Gep.GraphQL.Language;

/// <summary>The schema's root types, or an extension of them. Spec §3.3.</summary>
internal sealed class SchemaNode(NodeKind kind) : DefinitionNode(kind)
{
    public IReadOnlyList<RootTypeNode> RootTypes { get; init; } = [];

    public override IEnumerable<Node> Children => [.. Heading(), .. Directives, .. RootTypes];
}

/// <summary>Which type an operation starts from. Spec §3.3.1.</summary>
internal sealed class RootTypeNode(OperationKind operation, NamedTypeNode type)
    : Node(NodeKind.OperationTypeDefinition)
{
    public OperationKind Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;

    public override IEnumerable<Node> Children => [Type];
}

/// <summary>A type definition or extension of any kind. Spec §3.4 to §3.10.</summary>
internal sealed class TypeDefinitionNode(NodeKind kind) : DefinitionNode(kind)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>Fields of an object or interface type.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];

    /// <summary>Fields of an input object type.</summary>
    public IReadOnlyList<InputValueNode> InputFields { get; init; } = [];

    /// <summary>Values of an enum type.</summary>
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; init; } = [];

    /// <summary>Members of a union type.</summary>
    public IReadOnlyList<NamedTypeNode> Members { get; init; } = [];

    public bool IsExtension => Kind >= NodeKind.SchemaExtension;

    public override IEnumerable<Node> Children =>
        [.. Heading(), .. Interfaces, .. Directives, .. Members, .. Values, .. Fields, .. InputFields];
}

/// <summary>A field of an object or interface type. Spec §3.6.</summary>
internal sealed class FieldDefinitionNode() : DefinitionNode(NodeKind.FieldDefinition)
{
    public IReadOnlyList<InputValueNode> Arguments { get; init; } = [];

    public required TypeNode Type { get; init; }

    public override IEnumerable<Node> Children => [.. Heading(), .. Arguments, Type, .. Directives];
}

/// <summary>An argument or a field of an input object type. Spec §3.6.1 and §3.10.</summary>
internal sealed class InputValueNode() : DefinitionNode(NodeKind.InputValueDefinition)
{
    public required TypeNode Type { get; init; }

    public ValueNode? DefaultValue { get; init; }

    public override IEnumerable<Node> Children => DefaultValue is null
        ? [.. Heading(), Type, .. Directives]
        : [.. Heading(), Type, DefaultValue, .. Directives];
}

/// <summary>A value of an enum type. Spec §3.9.</summary>
internal sealed class EnumValueDefinitionNode() : DefinitionNode(NodeKind.EnumValueDefinition)
{
    public override IEnumerable<Node> Children => [.. Heading(), .. Directives];
}

/// <summary>A directive's definition. Spec §3.13.</summary>
internal sealed class DirectiveDefinitionNode() : DefinitionNode(NodeKind.DirectiveDefinition)
{
    public IReadOnlyList<InputValueNode> Arguments { get; init; } = [];

    public bool IsRepeatable { get; init; }

    public IReadOnlyList<NameNode> Locations { get; init; } = [];

    public override IEnumerable<Node> Children => [.. Heading(), .. Arguments, .. Locations];
}

namespace Gep.GraphQL.Language;

/// <summary>
/// What a node of the syntax tree is; named as in graphql-js so that trees can be compared. Spec §2 and
/// Appendix B.
/// </summary>
internal enum NodeKind
{
    Name,
    Document,
    OperationDefinition,
    VariableDefinition,
    SelectionSet,
    Field,
    Argument,
    FragmentSpread,
    InlineFragment,
    FragmentDefinition,
    Variable,
    IntValue,
    FloatValue,
    StringValue,
    BooleanValue,
    NullValue,
    EnumValue,
    ListValue,
    ObjectValue,
    ObjectField,
    Directive,
    NamedType,
    ListType,
    NonNullType,
    SchemaDefinition,
    OperationTypeDefinition,
    ScalarTypeDefinition,
    ObjectTypeDefinition,
    FieldDefinition,
    InputValueDefinition,
    InterfaceTypeDefinition,
    UnionTypeDefinition,
    EnumTypeDefinition,
    EnumValueDefinition,
    InputObjectTypeDefinition,
    DirectiveDefinition,
    SchemaExtension,
    ScalarTypeExtension,
    ObjectTypeExtension,
    InterfaceTypeExtension,
    UnionTypeExtension,
    EnumTypeExtension,
    InputObjectTypeExtension,
}

/// <summary>
/// A node of the syntax tree with its place; children in the order in which they are visited. Spec §2.
/// </summary>
internal abstract class Node(NodeKind kind)
{
    public NodeKind Kind { get; } = kind;

    /// <summary>Offset of the first character.</summary>
    public int Start { get; set; }

    /// <summary>Offset behind the last character.</summary>
    public int End { get; set; }

    public abstract IEnumerable<Node> Children { get; }
}

/// <summary>A name with its place. Spec §2.1.9.</summary>
internal sealed class NameNode(string value) : Node(NodeKind.Name)
{
    public string Value { get; } = value;

    public override IEnumerable<Node> Children => [];
}

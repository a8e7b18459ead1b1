namespace Gep.GraphQL.Language;

/// <summary>A value as written. Spec §2.10.</summary>
internal abstract class ValueNode(NodeKind kind) : Node(kind)
{
    public override IEnumerable<Node> Children => [];
}

/// <summary>A variable in use. Spec §2.11.</summary>
internal sealed class VariableNode(NameNode name) : ValueNode(NodeKind.Variable)
{
    public NameNode Name { get; } = name;

    public override IEnumerable<Node> Children => [Name];
}

/// <summary>A number or an enum value, as its text. Spec §2.10.1, §2.10.2 and §2.10.6.</summary>
internal sealed class LiteralNode(NodeKind kind, string text) : ValueNode(kind)
{
    public string Text { get; } = text;
}

/// <summary>A string. Spec §2.10.4.</summary>
internal sealed class StringValueNode(string value, bool isBlock) : ValueNode(NodeKind.StringValue)
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary>True or false. Spec §2.10.3.</summary>
internal sealed class BooleanNode(bool value) : ValueNode(NodeKind.BooleanValue)
{
    public bool Value { get; } = value;
}

/// <summary>The null literal. Spec §2.10.5.</summary>
internal sealed class NullNode() : ValueNode(NodeKind.NullValue);

/// <summary>A list. Spec §2.10.7.</summary>
internal sealed class ListValueNode(IReadOnlyList<ValueNode> values) : ValueNode(NodeKind.ListValue)
{
    public IReadOnlyList<ValueNode> Values { get; } = values;

    public override IEnumerable<Node> Children => Values;
}

/// <summary>An input object. Spec §2.10.8.</summary>
internal sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode(NodeKind.ObjectValue)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;

    public override IEnumerable<Node> Children => Fields;
}

/// <summary>A field of an input object. Spec §2.10.8.</summary>
internal sealed class ObjectFieldNode(NameNode name, ValueNode value) : Node(NodeKind.ObjectField)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;

    public override IEnumerable<Node> Children => [Name, Value];
}

/// <summary>A reference to a type. Spec §2.12.</summary>
internal abstract class TypeNode(NodeKind kind) : Node(kind);

/// <summary>A type by name. Spec §2.12.</summary>
internal sealed class NamedTypeNode(NameNode name) : TypeNode(NodeKind.NamedType)
{
    public NameNode Name { get; } = name;

    public override IEnumerable<Node> Children => [Name];
}

/// <summary>A list type, or a type that is never null. Spec §2.12.</summary>
internal sealed class WrappedTypeNode(NodeKind kind, TypeNode inner) : TypeNode(kind)
{
    public TypeNode Inner { get; } = inner;

    public override IEnumerable<Node> Children => [Inner];
}

namespace Gep.GraphQL.Language;

/// <summary>The kinds of operation. Spec §2.3.</summary>
internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>A document. Spec §2.2.</summary>
internal sealed class DocumentNode(SourceText source, IReadOnlyList<DefinitionNode> definitions, int tokens)
    : Node(NodeKind.Document)
{
    public SourceText Source { get; } = source;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>How many tokens it took.</summary>
    public int TokenCount { get; } = tokens;

    public override IEnumerable<Node> Children => Definitions;
}

/// <summary>Anything at the top of a document. Spec §2.2.</summary>
internal abstract class DefinitionNode(NodeKind kind) : Node(kind)
{
    public StringValueNode? Description { get; init; }

    public NameNode? Name { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>The name, where there is one; descriptions are no part of a walk.</summary>
    protected IEnumerable<Node> Heading() => Name is null ? [] : [Name];
}

/// <summary>An operation. Spec §2.3.</summary>
internal sealed class OperationNode() : DefinitionNode(NodeKind.OperationDefinition)
{
    public required OperationKind Operation { get; init; }

    public IReadOnlyList<VariableDefinitionNode> Variables { get; init; } = [];

    public required SelectionSetNode SelectionSet { get; init; }

    public override IEnumerable<Node> Children => [.. Heading(), .. Variables, .. Directives, SelectionSet];
}

/// <summary>A fragment. Spec §2.8.</summary>
internal sealed class FragmentNode() : DefinitionNode(NodeKind.FragmentDefinition)
{
    public required NamedTypeNode TypeCondition { get; init; }

    public required SelectionSetNode SelectionSet { get; init; }

    public override IEnumerable<Node> Children => [.. Heading(), TypeCondition, .. Directives, SelectionSet];
}

/// <summary>A declared variable. Spec §2.11.</summary>
internal sealed class VariableDefinitionNode() : Node(NodeKind.VariableDefinition)
{
    public StringValueNode? Description { get; init; }

    public required VariableNode Variable { get; init; }

    public required TypeNode Type { get; init; }

    public ValueNode? DefaultValue { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    public override IEnumerable<Node> Children
    {
        get
        {
            yield return Variable;
            yield return Type;
            if (DefaultValue is not null) yield return DefaultValue;
            foreach (var directive in Directives) yield return directive;
        }
    }
}

/// <summary>Fields and fragments between braces. Spec §2.4.</summary>
internal sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections) : Node(NodeKind.SelectionSet)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;

    public override IEnumerable<Node> Children => Selections;
}

/// <summary>One entry of a selection set. Spec §2.4.</summary>
internal abstract class SelectionNode(NodeKind kind) : Node(kind)
{
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A field. Spec §2.5 to §2.7.</summary>
internal sealed class FieldNode() : SelectionNode(NodeKind.Field)
{
    public NameNode? Alias { get; init; }

    public required NameNode Name { get; init; }

    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];

    public SelectionSetNode? SelectionSet { get; init; }

    /// <summary>The key in the response.</summary>
    public string ResponseName => (Alias ?? Name).Value;

    public override IEnumerable<Node> Children
    {
        get
        {
            if (Alias is not null) yield return Alias;
            yield return Name;
            foreach (var argument in Arguments) yield return argument;
            foreach (var directive in Directives) yield return directive;
            if (SelectionSet is not null) yield return SelectionSet;
        }
    }
}

/// <summary>A named fragment in use. Spec §2.8.</summary>
internal sealed class FragmentSpreadNode(NameNode name) : SelectionNode(NodeKind.FragmentSpread)
{
    public NameNode Name { get; } = name;

    public override IEnumerable<Node> Children => [Name, .. Directives];
}

/// <summary>A fragment written where it is used. Spec §2.8.2.</summary>
internal sealed class InlineFragmentNode() : SelectionNode(NodeKind.InlineFragment)
{
    public NamedTypeNode? TypeCondition { get; init; }

    public required SelectionSetNode SelectionSet { get; init; }

    public override IEnumerable<Node> Children => TypeCondition is null
        ? [.. Directives, SelectionSet]
        : [TypeCondition, .. Directives, SelectionSet];
}

/// <summary>A named value for a field or directive. Spec §2.6.</summary>
internal sealed class ArgumentNode(NameNode name, ValueNode value) : Node(NodeKind.Argument)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;

    public override IEnumerable<Node> Children => [Name, Value];
}

/// <summary>A directive in use. Spec §2.13.</summary>
internal sealed class DirectiveNode(NameNode name, IReadOnlyList<ArgumentNode> arguments)
    : Node(NodeKind.Directive)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public override IEnumerable<Node> Children => [Name, .. Arguments];
}

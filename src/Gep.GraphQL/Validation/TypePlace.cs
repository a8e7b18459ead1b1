using Gep.GraphQL.Introspection;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation;

/// <summary>Which types hold where a walk stands. Spec §5.3 (fields) and §5.6 (values).</summary>
internal sealed class TypePlace(Schema? schema)
{
    private readonly Stack<GraphQLType?> _types = new();
    private readonly Stack<CompositeType?> _parents = new();
    private readonly List<GraphQLType?> _inputs = [];
    private readonly Stack<FieldDefinition?> _fields = new();
    private readonly Stack<bool> _defaults = new();

    public GraphQLType? Type => _types.Count > 0 ? _types.Peek() : null;

    public CompositeType? ParentType => _parents.Count > 0 ? _parents.Peek() : null;

    public GraphQLType? InputType => _inputs.Count > 0 ? _inputs[^1] : null;

    public GraphQLType? ParentInputType => _inputs.Count > 1 ? _inputs[^2] : null;

    public FieldDefinition? Field => _fields.Count > 0 ? _fields.Peek() : null;

    public bool HasDefault => _defaults.Count > 0 && _defaults.Peek();

    public DirectiveDefinition? Directive { get; private set; }

    public InputValue? Argument { get; private set; }

    public void Enter(Node node)
    {
        if (schema is null) return;
        switch (node)
        {
            case SelectionSetNode:
                _parents.Push(Type?.Named as CompositeType);
                break;
            case FieldNode field:
                var definition = ParentType is null ? null : FieldOf(schema, ParentType, field.Name.Value);
                _fields.Push(definition);
                _types.Push(definition?.Type);
                break;
            case DirectiveNode directive:
                Directive = schema.FindDirective(directive.Name.Value);
                break;
            case OperationNode operation:
                _types.Push(schema.RootType(operation.Operation));
                break;
            case InlineFragmentNode inline:
                EnterFragment(inline.TypeCondition is null ? Type?.Named
                    : TypeOf(schema, inline.TypeCondition));
                break;
            case FragmentNode fragment:
                EnterFragment(TypeOf(schema, fragment.TypeCondition));
                break;
            default:
                EnterInput(node);
                break;
        }
    }

    public void Leave(Node node)
    {
        if (schema is null) return;
        switch (node)
        {
            case SelectionSetNode:
                _parents.Pop();
                break;
            case FieldNode:
                _fields.Pop();
                _types.Pop();
                break;
            case DirectiveNode:
                Directive = null;
                break;
            case OperationNode or InlineFragmentNode or FragmentNode:
                _types.Pop();
                break;
            case VariableDefinitionNode:
                _inputs.RemoveAt(_inputs.Count - 1);
                break;
            case ArgumentNode or ListValueNode or ObjectFieldNode:
                if (node is ArgumentNode) Argument = null;
                _defaults.Pop();
                _inputs.RemoveAt(_inputs.Count - 1);
                break;
        }
    }

    public static GraphQLType? TypeOf(Schema schema, TypeNode node) => node switch
    {
        NamedTypeNode named => schema.FindType(named.Name.Value),
        WrappedTypeNode { Kind: NodeKind.ListType } list =>
            TypeOf(schema, list.Inner) is { } item ? new ListType(item) : null,
        WrappedTypeNode nonNull => TypeOf(schema, nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

    public static FieldDefinition? FieldOf(Schema schema, CompositeType parent, string name) => name switch
    {
        "__schema" when parent == schema.QueryType => IntrospectionTypes.SchemaField,
        "__type" when parent == schema.QueryType => IntrospectionTypes.TypeField,
        "__typename" => IntrospectionTypes.TypenameField,
        _ => parent.FindField(name),
    };

    private void EnterFragment(GraphQLType? type) => _types.Push(type is { IsOutput: true } ? type : null);

    private void EnterInput(Node node)
    {
        switch (node)
        {
            case VariableDefinitionNode variable:
                PushInput(TypeOf(schema!, variable.Type));
                break;
            case ArgumentNode argument:
                var arguments = Directive?.Arguments ?? Field?.Arguments;
                Argument = arguments?.FirstOrDefault(known => known.Name == argument.Name.Value);
                _defaults.Push(Argument?.HasDefault ?? false);
                PushInput(Argument?.Type);
                break;
            case ListValueNode:
                var outer = InputType?.Nullable;
                _defaults.Push(false);
                PushInput(outer is ListType list ? list.Item : outer);
                break;
            case ObjectFieldNode field:
                var known = (InputType?.Named as InputObjectType)?.FindField(field.Name.Value);
                _defaults.Push(known?.HasDefault ?? false);
                PushInput(known?.Type);
                break;
        }
    }

    private void PushInput(GraphQLType? type) => _inputs.Add(type is { IsInput: true } ? type : null);
}

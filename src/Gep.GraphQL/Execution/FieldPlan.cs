using System.Text;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// All fields of one response name in one selection set of one object type, merged and ready to run.
/// Spec §6.3.2 (CollectFields) and §6.3.3 (ExecuteCollectedFields).
/// </summary>
internal sealed class FieldPlan
{
    private readonly OperationPlan _plan;
    private volatile OnlySelection? _only;
    private InputMap? _constants;
    private Dictionary<ObjectType, FieldSet>? _byType;

    public FieldPlan(OperationPlan plan, int index, ObjectType parent, FieldDefinition definition,
        List<FieldNode> nodes)
    {
        _plan = plan;
        Index = index;
        Parent = parent;
        Definition = definition;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        Key = Encoding.UTF8.GetBytes($"\"{ResponseName}\":");
        NextKey = Encoding.UTF8.GetBytes($",\"{ResponseName}\":");
        NamedType = definition.Type.Named;
        IsTypename = definition.Name == "__typename";
        TypenameValue = IsTypename ? Encoding.UTF8.GetBytes($"\"{parent.Name}\"") : [];
        WriteLeaf = definition.Resolver.WriteLeaf;
        Resolver = definition.Resolver;
        IsSyncBelow = NamedType is not CompositeType below || plan.IsSyncBelow(nodes, below);
        IsSync = Resolver.IsSync && IsSyncBelow;
    }

    public int Index { get; }

    public ObjectType Parent { get; }

    public FieldDefinition Definition { get; }

    public FieldResolver Resolver { get; }

    public IReadOnlyList<FieldNode> Nodes { get; }

    public string ResponseName { get; }

    /// <summary>Name and colon, as the first field of an object.</summary>
    public byte[] Key { get; }

    /// <summary>The same behind a comma.</summary>
    public byte[] NextKey { get; }

    public NamedType NamedType { get; }

    public bool IsTypename { get; }

    public byte[] TypenameValue { get; }

    public Action<object, JsonBuffer>? WriteLeaf { get; }

    /// <summary>Whether nothing here or below waits for anything.</summary>
    public bool IsSync { get; }

    /// <summary>Whether nothing below waits, once the value is there.</summary>
    public bool IsSyncBelow { get; }

    /// <summary>The fields below, for a value of that type.</summary>
    public FieldSet SelectionFor(ObjectType type)
    {
        if (_only is { } only && only.Type == type) return only.Set;
        return FindSelection(type);
    }

    public IReadOnlyCollection<string> SelectedNames() => NamedType is CompositeType type
        ? _plan.Schema.PossibleTypes(type)
            .SelectMany(possible => SelectionFor(possible).Fields).Select(field => field.Definition.Name)
                .ToHashSet()
        : [];

    public FieldContext MakeContext(ExecutionScope scope)
    {
        if (Definition.Arguments.Count == 0) return new FieldContext(scope, this, ArgumentCoercion.Empty, []);
        var arguments = _constants ?? Coerce(scope);
        object?[] bound = new object?[Definition.Arguments.Count];
        for (int i = 0; i < bound.Length; i++)
        {
            var argument = Definition.Arguments[i];
            arguments.TryGetValue(argument.Name, out object? value);
            bound[i] = argument.Bind is null ? value : argument.Bind(value);
        }
        return new FieldContext(scope, this, arguments, bound);
    }

    /// <summary>Arguments without variables are the same in every execution.</summary>
    private InputMap Coerce(ExecutionScope scope)
    {
        var arguments = ArgumentCoercion.Coerce(
            Definition.Arguments, Nodes[0].Arguments, scope.Variables, _plan.Document.Source);
        if (!Nodes[0].Arguments.Any(argument => HasVariable(argument.Value))) _constants = arguments;
        return arguments;
    }

    /// <summary>Depth is bounded by the parser.</summary>
    private static bool HasVariable(Node node) => node is VariableNode || node.Children.Any(HasVariable);

    private FieldSet FindSelection(ObjectType type)
    {
        lock (Nodes)
        {
            _byType ??= [];
            if (!_byType.TryGetValue(type, out var set))
            {
                set = _plan.Collect(type, Nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>());
                _byType[type] = set;
            }
            if (_byType.Count == 1) _only = new OnlySelection(type, set);
            return set;
        }
    }
}

/// <summary>The fields of a selection set for one object type, in response order. Spec §6.3.2.</summary>
internal sealed class FieldSet(IReadOnlyList<FieldPlan> fields)
{
    public FieldPlan[] Fields { get; } = [.. fields];

    public bool IsSync { get; } = fields.All(field => field.IsSync);
}

/// <summary>The selection of the one object type that a field has had so far. Spec §6.3.2.</summary>
internal sealed record OnlySelection(ObjectType Type, FieldSet Set);

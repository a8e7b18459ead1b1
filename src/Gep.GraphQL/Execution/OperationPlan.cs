using System.Runtime.CompilerServices;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;

namespace Gep.GraphQL.Execution;

/// <summary>
/// One operation of a document for given answers of its <c>@skip</c> and <c>@include</c> variables.
/// Selections are merged when they are first met, once per object type. Spec §6.2 and §6.3.2.
/// </summary>
internal sealed class OperationPlan
{
    /// <summary>
    /// Abstract types below abstract types multiply selections; no written document comes near this.
    /// </summary>
    private const int PlannedFieldsMax = 50_000;

    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, object?> _conditions;
    private readonly Dictionary<(SelectionSetNode, CompositeType), bool> _isSync = [];
    private int _fieldCount;

    public OperationPlan(
        Schema schema, DocumentNode document, OperationNode operation, IReadOnlyDictionary<string,
            object?> conditions)
    {
        Schema = schema;
        Document = document;
        Operation = operation;
        _conditions = conditions;
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
            _fragments.TryAdd(fragment.Name!.Value, fragment);
        RootType = schema.RootType(operation.Operation)
            ?? throw new GraphQLException(GraphQLError.At(
                $"Schema is not configured to execute {Printer.KeywordOf(operation.Operation)} operation.",
                document.Source, operation));
        Root = Collect(RootType, [operation.SelectionSet]);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public OperationNode Operation { get; }

    public ObjectType RootType { get; }

    public FieldSet Root { get; }

    /// <summary>Whether its price was found low enough, and no variable can change that.</summary>
    public bool IsKnownToBeCheap { get; set; }

    /// <summary>How many field plans exist by now.</summary>
    public int FieldCount => Volatile.Read(ref _fieldCount);

    public FieldSet Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        if (FieldCount > PlannedFieldsMax)
            throw new GraphQLException(
                GraphQLError.WithCode("The operation has too many combinations of types.", "NODE_LIMIT"));
        var groups = new List<List<FieldNode>>();
        var byName = new Dictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets) Collect(type, set, groups, byName, seen);
        var fields = new List<FieldPlan>(groups.Count);
        foreach (var nodes in groups)
        {
            if (TypePlace.FieldOf(Schema, type, nodes[0].Name.Value) is not { } definition) continue;
            fields.Add(
                new FieldPlan(this, Interlocked.Increment(ref _fieldCount) - 1, type, definition, nodes));
        }
        return new FieldSet(fields);
    }

    public bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            bool isSkip = directive.Name.Value == "skip";
            if (!isSkip && directive.Name.Value != "include") continue;
            var value = directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;
            bool condition = value switch
            {
                BooleanNode truth => truth.Value,
                VariableNode variable => _conditions.GetValueOrDefault(variable.Name.Value) is true,
                _ => false,
            };
            if (condition == isSkip) return false;
        }
        return true;
    }

    public FragmentNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>
    /// Whether no selection below these fields waits for anything, whatever the values' types.
    /// </summary>
    public bool IsSyncBelow(IReadOnlyList<FieldNode> nodes, CompositeType type)
    {
        lock (_isSync)
        {
            return nodes.All(node => node.SelectionSet is not { } set || IsSync(set, type));
        }
    }

    private bool IsSync(SelectionSetNode set, CompositeType type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_isSync.TryGetValue((set, type), out bool known)) return known;
        _isSync[(set, type)] = true;
        return _isSync[(set, type)] = set.Selections.All(selection => selection switch
        {
            FieldNode field => IsSync(field, type),
            InlineFragmentNode inline =>
                IsSync(inline.SelectionSet, ConditionType(inline.TypeCondition) ?? type),
            FragmentSpreadNode spread => FindFragment(spread.Name.Value) is not { } fragment
                || IsSync(fragment.SelectionSet, ConditionType(fragment.TypeCondition) ?? type),
            _ => true,
        });
    }

    private bool IsSync(FieldNode field, CompositeType type)
    {
        IEnumerable<CompositeType> types = type is ObjectType ? [type] : Schema.PossibleTypes(type);
        foreach (var possible in types)
        {
            if (TypePlace.FieldOf(Schema, possible, field.Name.Value) is not { } definition) continue;
            if (!definition.Resolver.IsSync) return false;
            if (field.SelectionSet is { } below && definition.Type.Named is CompositeType next
                && !IsSync(below, next))
                return false;
        }
        return true;
    }

    private CompositeType? ConditionType(NamedTypeNode? condition) =>
        condition is null ? null : Schema.FindType(condition.Name.Value) as CompositeType;

    private void Collect(
        ObjectType type, SelectionSetNode set, List<List<FieldNode>> groups,
        Dictionary<string, List<FieldNode>> byName, HashSet<string> seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            if (selection.Directives.Count > 0 && !IsIncluded(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!byName.TryGetValue(field.ResponseName, out var nodes))
                    {
                        byName[field.ResponseName] = nodes = [];
                        groups.Add(nodes);
                    }
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, groups, byName, seen);
                    break;
                case FragmentSpreadNode spread when seen.Add(spread.Name.Value):
                    if (FindFragment(spread.Name.Value) is { } fragment
                        && Applies(fragment.TypeCondition, type))
                        Collect(type, fragment.SelectionSet, groups, byName, seen);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) => condition is null
        || ConditionType(condition) is not { } general || general == type || Schema.IsSubtype(general, type);
}

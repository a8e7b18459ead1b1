using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation;

/// <summary>A variable where it is used. Spec §5.8.5.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, bool HasDefault,
    GraphQLType? Parent);

/// <summary>
/// What rules share: the schema, the document, the place in it, and the list of errors. Spec §5.
/// </summary>
internal sealed class ValidationContext
{
    private const int ErrorsMax = 100;

    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<OperationNode, IReadOnlyList<FragmentNode>> _reached = [];
    private readonly Dictionary<OperationNode, IReadOnlyList<VariableUsage>> _recursiveUsages = [];
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _usages = [];
    private readonly List<GraphQLError> _errors = [];

    public ValidationContext(Schema? schema, DocumentNode document, bool hidesSuggestions)
    {
        Schema = schema;
        Document = document;
        HidesSuggestions = hidesSuggestions;
        Place = new TypePlace(schema);
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
            _fragments.TryAdd(fragment.Name!.Value, fragment);
    }

    /// <summary>Null while a type system document is checked on its own.</summary>
    public Schema? Schema { get; }

    public DocumentNode Document { get; }

    public bool HidesSuggestions { get; }

    public TypePlace Place { get; }

    /// <summary>The nodes above the current one, the document first.</summary>
    public List<Node> Ancestors { get; } = [];

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Report(string message, params ReadOnlySpan<Node> nodes)
    {
        if (_errors.Count >= ErrorsMax)
            throw new ValidationAbortedException(
                "Too many validation errors, error limit reached. Validation aborted.");
        _errors.Add(GraphQLError.At(message, Document.Source, nodes));
    }

    public void Report(string message, IEnumerable<Node> nodes) => Report(message, nodes.ToArray());

    public void Abort(string message) => _errors.Add(new GraphQLError { Message = message });

    public FragmentNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    public string Suggest(string input, IEnumerable<string> options) =>
        HidesSuggestions ? "" : Suggestions.DidYouMean(Suggestions.Near(input, options));

    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out var known)) return known;
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(set);
        while (pending.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread) spreads.Add(spread);
                else if (selection is FieldNode { SelectionSet: { } below }) pending.Push(below);
                else if (selection is InlineFragmentNode inline) pending.Push(inline.SelectionSet);
            }
        }
        return _spreads[set] = spreads;
    }

    public IReadOnlyList<FragmentNode> FragmentsReachedFrom(OperationNode operation)
    {
        if (_reached.TryGetValue(operation, out var known)) return known;
        var fragments = new List<FragmentNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetNode>();
        pending.Push(operation.SelectionSet);
        while (pending.TryPop(out var set))
        {
            foreach (var spread in SpreadsIn(set))
            {
                if (!seen.Add(spread.Name.Value)
                    || FindFragment(spread.Name.Value) is not { } fragment) continue;
                fragments.Add(fragment);
                pending.Push(fragment.SelectionSet);
            }
        }
        return _reached[operation] = fragments;
    }

    /// <summary>Variables used in an operation and in all fragments that it reaches.</summary>
    public IReadOnlyList<VariableUsage> UsagesFrom(OperationNode operation)
    {
        if (_recursiveUsages.TryGetValue(operation, out var known)) return known;
        return _recursiveUsages[operation] =
            [.. UsagesIn(operation), .. FragmentsReachedFrom(operation).SelectMany(UsagesIn)];
    }

    private IReadOnlyList<VariableUsage> UsagesIn(DefinitionNode definition)
    {
        if (_usages.TryGetValue(definition, out var known)) return known;
        var found = new List<VariableUsage>();
        Collect(definition, new TypePlace(Schema), found);
        return _usages[definition] = found;
    }

    private static void Collect(Node node, TypePlace place, List<VariableUsage> found)
    {
        if (node is VariableDefinitionNode) return;
        place.Enter(node);
        if (node is VariableNode variable)
            found.Add(new VariableUsage(variable, place.InputType, place.HasDefault, place.ParentInputType));
        foreach (var child in node.Children) Collect(child, place, found);
        place.Leave(node);
    }
}

/// <summary>Ends a walk that has become too long. Spec §5.</summary>
internal sealed class ValidationAbortedException(string message) : Exception(message);

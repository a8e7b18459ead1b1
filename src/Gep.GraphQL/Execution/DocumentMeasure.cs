using Gep.GraphQL.Language;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Size of a document's operations with fragments followed, each fragment measured once. Spec §5, Appendix A.
/// </summary>
internal sealed class DocumentMeasure
{
    private readonly GraphQLLimits _limits;
    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Depth, long Nodes)> _measured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _aliases, _directives, _chain;

    private DocumentMeasure(DocumentNode document, GraphQLLimits limits)
    {
        _limits = limits;
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
            _fragments.TryAdd(fragment.Name!.Value, fragment);
    }

    /// <summary>The first limit that the document breaks, or null.</summary>
    public static GraphQLError? Check(DocumentNode document, GraphQLLimits limits)
    {
        var measure = new DocumentMeasure(document, limits);
        try
        {
            foreach (var definition in document.Definitions)
            {
                measure._directives += definition.Directives.Count;
                var (depth, nodes) = definition switch
                {
                    OperationNode operation => measure.Of(operation.SelectionSet),
                    FragmentNode fragment => measure.Of(fragment),
                    _ => (0, 0L),
                };
                Refuse(depth > limits.Depth, $"The operation is deeper than {limits.Depth} fields.",
                    "DEPTH_LIMIT");
                Refuse(nodes > limits.Nodes, $"The operation has more than {limits.Nodes} fields.",
                    "NODE_LIMIT");
            }
            Refuse(measure._aliases > limits.Aliases, $"The document has more than {limits.Aliases} aliases.",
                "ALIAS_LIMIT");
            Refuse(measure._directives > limits.Directives,
                $"The document has more than {limits.Directives} directives.", "DIRECTIVE_LIMIT");
            return null;
        }
        catch (GraphQLException refused)
        {
            return refused.Error;
        }
    }

    private static void Refuse(bool isTooMuch, string message, string code)
    {
        if (isTooMuch) throw new GraphQLException(GraphQLError.WithCode(message, code));
    }

    /// <summary>Chains of fragments are bounded like fields, so that no later walk goes deeper.</summary>
    private (int Depth, long Nodes) Of(FragmentNode fragment)
    {
        string name = fragment.Name!.Value;
        if (_measured.TryGetValue(name, out var known)) return known;
        if (!_open.Add(name)) return (0, 0);
        Refuse(++_chain > _limits.Nesting, $"Fragments are nested deeper than {_limits.Nesting}.",
            "DEPTH_LIMIT");
        var measured = Of(fragment.SelectionSet);
        _chain--;
        _open.Remove(name);
        return _measured[name] = measured;
    }

    private (int Depth, long Nodes) Of(SelectionSetNode set)
    {
        int deepest = 0;
        long nodes = 0;
        foreach (var selection in set.Selections)
        {
            _directives += selection.Directives.Count;
            var (depth, count) = selection switch
            {
                FieldNode field => OfField(field),
                InlineFragmentNode inline => Of(inline.SelectionSet),
                FragmentSpreadNode spread when _fragments.TryGetValue(spread.Name.Value, out var fragment) =>
                    Of(fragment),
                _ => (0, 0L),
            };
            deepest = Math.Max(deepest, depth);
            nodes = Math.Min(nodes + count, int.MaxValue);
        }
        return (deepest, nodes);
    }

    private (int Depth, long Nodes) OfField(FieldNode field)
    {
        if (field.Alias is not null) _aliases++;
        if (field.SelectionSet is null) return (1, 1);
        var (depth, nodes) = Of(field.SelectionSet);
        return (depth + 1, nodes + 1);
    }
}

using System.Runtime.CompilerServices;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Introspection does not go round in circles. Spec §4.2 (a safeguard of graphql-js).</summary>
internal sealed class MaxIntrospectionDepthRule : Rule
{
    private const int ListsMax = 3;

    private readonly Dictionary<string, int> _passed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _exceeded = new(StringComparer.Ordinal);

    public override bool Enter(Node node)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field) return true;
        if (!Exceeds(field, new Dictionary<string, int>(StringComparer.Ordinal), 0)) return true;
        Context.Report("Maximum introspection depth exceeded", field);
        return false;
    }

    private bool Exceeds(SelectionNode node, Dictionary<string, int> visited, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is FragmentSpreadNode spread) return ExceedsIn(spread.Name.Value, visited, depth);
        if (node is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" }
            && ++depth >= ListsMax)
        {
            return true;
        }
        var below = node is FieldNode field ? field.SelectionSet : ((InlineFragmentNode)node).SelectionSet;
        return below is not null && below.Selections.Any(child => Exceeds(child, visited, depth));
    }

    private bool ExceedsIn(string name, Dictionary<string, int> visited, int depth)
    {
        if (_exceeded.TryGetValue(name, out int exceeded) && exceeded <= depth) return true;
        if (visited.TryGetValue(name, out int seen) && seen >= depth) return false;
        if (_passed.TryGetValue(name, out int passed) && passed >= depth) return false;
        if (Context.FindFragment(name) is not { } fragment) return false;
        visited[name] = depth;
        if (fragment.SelectionSet.Selections.Any(child => Exceeds(child, visited, depth)))
        {
            _exceeded[name] = depth;
            return true;
        }
        _passed[name] = depth;
        return false;
    }
}

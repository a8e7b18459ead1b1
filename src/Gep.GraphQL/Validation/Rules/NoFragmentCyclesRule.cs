using System.Runtime.CompilerServices;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>No fragment contains itself. Spec §5.5.2.2.</summary>
internal sealed class NoFragmentCyclesRule : Rule
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public override bool Enter(Node node)
    {
        if (node is DocumentNode) return true;
        if (node is FragmentNode fragment) Search(fragment);
        return false;
    }

    private void Search(FragmentNode fragment)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        string name = fragment.Name!.Value;
        if (!_visited.Add(name)) return;
        var spreads = Context.SpreadsIn(fragment.SelectionSet);
        if (spreads.Count == 0) return;
        _places[name] = _path.Count;
        foreach (var spread in spreads)
        {
            string next = spread.Name.Value;
            _path.Add(spread);
            if (!_places.TryGetValue(next, out int start))
            {
                if (Context.FindFragment(next) is { } below) Search(below);
            }
            else
            {
                var cycle = _path[start..];
                string via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name.Value}\""));
                Context.Report($"Cannot spread fragment \"{next}\" within itself"
                    + (via.Length == 0 ? "." : $" via {via}."), cycle);
            }
            _path.RemoveAt(_path.Count - 1);
        }
        _places.Remove(name);
    }
}

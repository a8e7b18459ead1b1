using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Every fragment is used. Spec §5.5.1.4.</summary>
internal sealed class NoUnusedFragmentsRule : Rule
{
    private readonly List<OperationNode> _operations = [];
    private readonly List<FragmentNode> _fragments = [];

    public override bool Enter(Node node)
    {
        if (node is DocumentNode) return true;
        if (node is OperationNode operation) _operations.Add(operation);
        if (node is FragmentNode fragment) _fragments.Add(fragment);
        return false;
    }

    public override void Leave(Node node)
    {
        var used = _operations.SelectMany(Context.FragmentsReachedFrom)
            .Select(fragment => fragment.Name!.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in _fragments.Where(fragment => !used.Contains(fragment.Name!.Value)))
            Context.Report($"Fragment \"{fragment.Name!.Value}\" is never used.", fragment);
    }
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Fragments have different names. Spec §5.5.1.1.</summary>
internal sealed class UniqueFragmentNamesRule : Rule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override bool Enter(Node node)
    {
        if (node is DocumentNode) return true;
        if (node is FragmentNode { Name: { } name } && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value],
                name);
        return false;
    }
}

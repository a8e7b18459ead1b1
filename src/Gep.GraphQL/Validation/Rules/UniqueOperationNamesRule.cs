using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Operations of one document have different names. Spec §5.2.2.1.</summary>
internal sealed class UniqueOperationNamesRule : Rule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override bool Enter(Node node)
    {
        if (node is DocumentNode) return true;
        if (node is not OperationNode { Name: { } name }) return false;
        if (!_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value],
                name);
        return false;
    }
}

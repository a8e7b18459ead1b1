using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>Types have different names. Spec §3.3.</summary>
internal sealed class UniqueTypeNamesRule : Rule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override bool Enter(Node node)
    {
        if (node is TypeDefinitionNode { IsExtension: false, Name: { } name }
            && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one type named \"{name.Value}\".", _known[name.Value], name);
        return node is DocumentNode;
    }
}

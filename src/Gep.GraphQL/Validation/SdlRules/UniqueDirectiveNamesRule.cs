using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>Directives have different names. Spec §3.13.</summary>
internal sealed class UniqueDirectiveNamesRule : Rule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override bool Enter(Node node)
    {
        if (node is DirectiveDefinitionNode { Name: { } name } && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one directive named \"@{name.Value}\".", _known[name.Value],
                name);
        return node is DocumentNode;
    }
}

using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once. Spec §5.7.3.</summary>
internal sealed class UniqueDirectivesPerLocationRule : Rule
{
    private readonly HashSet<string> _unique = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string,
        DirectiveNode>> _onTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveNode> _onSchema = new(StringComparer.Ordinal);

    protected override void Start()
    {
        foreach (var directive in Context.Schema?.Directives ?? StandardDirectives.All)
        {
            if (!directive.IsRepeatable) _unique.Add(directive.Name);
        }
        foreach (var directive in Context.Document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            if (directive.IsRepeatable) _unique.Remove(directive.Name!.Value);
            else _unique.Add(directive.Name!.Value);
        }
    }

    public override bool Enter(Node node)
    {
        var directives = node switch
        {
            DefinitionNode definition => definition.Directives,
            SelectionNode selection => selection.Directives,
            VariableDefinitionNode variable => variable.Directives,
            _ => [],
        };
        if (directives.Count == 0) return true;
        var seen = SeenAt(node);
        foreach (var directive in directives)
        {
            string name = directive.Name.Value;
            if (!_unique.Contains(name)) continue;
            if (!seen.TryAdd(name, directive))
            {
                Context.Report($"The directive \"@{name}\" can only be used once at this location.",
                    seen[name], directive);
            }
        }
        return true;
    }

    /// <summary>A type and its extensions are one place.</summary>
    private Dictionary<string, DirectiveNode> SeenAt(Node node)
    {
        if (node is SchemaNode) return _onSchema;
        if (node is not TypeDefinitionNode { Name: { } name }) return new(StringComparer.Ordinal);
        if (!_onTypes.TryGetValue(name.Value, out var seen)) _onTypes[name.Value] = seen =
            new(StringComparer.Ordinal);
        return seen;
    }
}

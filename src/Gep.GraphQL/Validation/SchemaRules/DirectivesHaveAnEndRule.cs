using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// No directive stands on its own arguments, nor on the types that they lead to. Spec §3.13, points 2 and 3.
/// </summary>
internal sealed class DirectivesHaveAnEndRule : SchemaRule
{
    public override void CheckDirective(SchemaContext context, DirectiveDefinition directive)
    {
        if (directive.Syntax is null) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<Node>(directive.Syntax.Arguments);
        while (pending.TryPop(out var node))
        {
            if (node is DirectiveNode used)
            {
                string name = used.Name.Value;
                if (name == directive.Name)
                {
                    context.Report($"Directive \"@{name}\" cannot reference itself.", directive.Syntax, used);
                    return;
                }
                if (seen.Add("@" + name) && context.Schema.FindDirective(name)?.Syntax is { } further)
                    Push(pending, further.Arguments);
            }
            else if (node is NamedTypeNode type)
            {
                if (seen.Add(type.Name.Value) && context.Schema.FindType(type.Name.Value) is { } named)
                    Push(pending, SchemaContext.Written(named));
            }
            else
            {
                Push(pending, node.Children);
            }
        }
    }

    private static void Push(Stack<Node> pending, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes) pending.Push(node);
    }
}

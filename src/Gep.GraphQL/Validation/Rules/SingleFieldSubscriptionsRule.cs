using System.Runtime.CompilerServices;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, and no introspection. Spec §5.2.4.1.</summary>
internal sealed class SingleFieldSubscriptionsRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is DocumentNode) return true;
        if (node is not OperationNode { Operation: OperationKind.Subscription } operation) return false;
        if (Context.Schema?.SubscriptionType is not { } root) return false;
        var fields = new List<(string Key, List<FieldNode> Nodes)>();
        Collect(operation.SelectionSet, root, fields, []);
        string subject = operation.Name is null ? "Anonymous Subscription"
            : $"Subscription \"{operation.Name.Value}\"";
        if (fields.Count > 1)
        {
            Context.Report(subject + " must select only one top level field.",
                fields.Skip(1).SelectMany(field => field.Nodes));
        }
        foreach (var (_, nodes) in fields)
        {
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Context.Report(subject + " must not select an introspection top level field.", nodes);
        }
        return false;
    }

    private void Collect(
        SelectionSetNode set, ObjectType root, List<(string Key, List<FieldNode> Nodes)> fields,
            HashSet<string> seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    int index = fields.FindIndex(known => known.Key == field.ResponseName);
                    if (index < 0) fields.Add((field.ResponseName, [field]));
                    else fields[index].Nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, root):
                    Collect(inline.SelectionSet, root, fields, seen);
                    break;
                case FragmentSpreadNode spread when seen.Add(spread.Name.Value):
                    if (Context.FindFragment(spread.Name.Value) is { } fragment
                        && Applies(fragment.TypeCondition, root))
                        Collect(fragment.SelectionSet, root, fields, seen);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root)
    {
        if (condition is null) return true;
        var type = Context.Schema!.FindType(condition.Name.Value);
        return type == root || (type is CompositeType general && Context.Schema.IsSubtype(general, root));
    }

    /// <summary>Without values for variables, only literal conditions are known.</summary>
    private static bool IsIncluded(SelectionNode selection) =>
        Condition(selection, "skip") != true && Condition(selection, "include") != false;

    private static bool? Condition(SelectionNode selection, string name) => selection.Directives
        .FirstOrDefault(directive => directive.Name.Value == name)?.Arguments
        .FirstOrDefault(argument => argument.Name.Value == "if")?.Value is BooleanNode truth ? truth.Value
            : null;
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Variables that are defined are used. Spec §5.8.4.</summary>
internal sealed class NoUnusedVariablesRule : Rule
{
    public override void Leave(Node node)
    {
        if (node is not OperationNode operation) return;
        var used = Context.UsagesFrom(operation).Select(usage => usage.Node.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            string name = variable.Variable.Name.Value;
            if (used.Contains(name)) continue;
            string where = operation.Name is null ? "" : $" in operation \"{operation.Name.Value}\"";
            Context.Report($"Variable \"${name}\" is never used{where}.", variable);
        }
    }
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Variables in use are defined. Spec §5.8.3.</summary>
internal sealed class NoUndefinedVariablesRule : Rule
{
    public override void Leave(Node node)
    {
        if (node is not OperationNode operation) return;
        var defined = operation.Variables.Select(v => v.Variable.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var usage in Context.UsagesFrom(operation))
        {
            string name = usage.Node.Name.Value;
            if (defined.Contains(name)) continue;
            string where = operation.Name is null ? "" : $" by operation \"{operation.Name.Value}\"";
            Context.Report($"Variable \"${name}\" is not defined{where}.", usage.Node, operation);
        }
    }
}

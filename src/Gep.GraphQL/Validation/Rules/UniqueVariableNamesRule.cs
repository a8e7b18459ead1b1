using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Variables of an operation have different names. Spec §5.8.1.</summary>
internal sealed class UniqueVariableNamesRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is not OperationNode operation) return true;
        foreach (var group in operation.Variables.GroupBy(v => v.Variable.Name.Value)
            .Where(g => g.Count() > 1))
        {
            Context.Report($"There can be only one variable named \"${group.Key}\".",
                group.Select(variable => variable.Variable.Name));
        }
        return true;
    }
}

using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>A variable's type fits where it is used. Spec §5.8.5.</summary>
internal sealed class VariablesInAllowedPositionRule : Rule
{
    public override void Leave(Node node)
    {
        if (node is not OperationNode operation) return;
        var defined = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables) defined[variable.Variable.Name.Value] = variable;
        foreach (var usage in Context.UsagesFrom(operation))
        {
            string name = usage.Node.Name.Value;
            if (usage.Type is null || !defined.TryGetValue(name, out var definition)) continue;
            var type = TypePlace.TypeOf(Context.Schema!, definition.Type);
            if (type is not null && !IsAllowed(type, definition.DefaultValue, usage))
            {
                Context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type "
                    + $"\"{usage.Type}\".", definition, usage.Node);
            }
            if (usage.Parent is InputObjectType { IsOneOf: true } && type is not (null or NonNullType))
            {
                Context.Report(
                    $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for "
                    + $"OneOf Input Object \"{usage.Parent}\".", definition, usage.Node);
            }
        }
    }

    private bool IsAllowed(GraphQLType type, ValueNode? defaultValue, VariableUsage usage)
    {
        if (usage.Type is not NonNullType nonNull || type is NonNullType)
            return Context.Schema!.IsTypeSubtype(type, usage.Type!);
        bool hasDefault = defaultValue is not (null or NullNode);
        return (hasDefault || usage.HasDefault) && Context.Schema!.IsTypeSubtype(type, nonNull.Inner);
    }
}

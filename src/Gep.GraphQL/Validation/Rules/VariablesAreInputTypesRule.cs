using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Variables have input types. Spec §5.8.2.</summary>
internal sealed class VariablesAreInputTypesRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is VariableDefinitionNode variable
            && TypePlace.TypeOf(Context.Schema!, variable.Type) is { IsInput: false })
        {
            Context.Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type "
                + $"\"{Printer.Print(variable.Type)}\".", variable.Type);
        }
        return true;
    }
}

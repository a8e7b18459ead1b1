using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Only operations and fragments are executed. Spec §5.1.1.</summary>
internal sealed class ExecutableDefinitionsRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is not DocumentNode document) return false;
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationNode or FragmentNode) continue;
            string name = definition is SchemaNode ? "schema" : $"\"{definition.Name!.Value}\"";
            Context.Report($"The {name} definition is not executable.", definition);
        }
        return false;
    }
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>A schema is defined once. Spec §3.3.</summary>
internal sealed class LoneSchemaDefinitionRule : Rule
{
    private int _definitions;

    public override bool Enter(Node node)
    {
        if (node is SchemaNode { Kind: NodeKind.SchemaDefinition } && ++_definitions > 1)
            Context.Report("Must provide only one schema definition.", node);
        return node is DocumentNode;
    }
}

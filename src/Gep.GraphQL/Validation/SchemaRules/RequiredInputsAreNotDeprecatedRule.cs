using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>What must be given is not deprecated. Spec §3.6.1, §3.10 and §3.13.3.</summary>
internal sealed class RequiredInputsAreNotDeprecatedRule : SchemaRule
{
    public override void CheckDirective(SchemaContext context, DirectiveDefinition directive)
    {
        foreach (var argument in directive.Arguments)
            Check(context, $"argument @{directive.Name}({argument.Name}:)", argument);
    }

    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is FieldsType fields)
        {
            foreach (var field in fields.Fields)
            {
                foreach (var argument in field.Arguments)
                    Check(context, $"argument {type}.{field.Name}({argument.Name}:)", argument);
            }
        }
        if (type is not InputObjectType input) return;
        foreach (var field in input.Fields) Check(context, $"input field {type}.{field.Name}", field);
    }

    private static void Check(SchemaContext context, string place, InputValue input)
    {
        if (!input.IsRequired || input.DeprecationReason is null) return;
        context.Report($"Required {place} cannot be deprecated.",
            SchemaContext.DeprecatedNode(input.Syntax), input.Syntax?.Type);
    }
}

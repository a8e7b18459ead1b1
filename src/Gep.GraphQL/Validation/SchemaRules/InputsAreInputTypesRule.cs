using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>Arguments and input fields take input types. Spec §3.6.1, §3.10 and §3.13.</summary>
internal sealed class InputsAreInputTypesRule : SchemaRule
{
    public override void CheckDirective(SchemaContext context, DirectiveDefinition directive)
    {
        foreach (var argument in directive.Arguments.Where(argument => !argument.Type.IsInput))
        {
            context.Report($"The type of @{directive.Name}({argument.Name}:) must be Input Type but got: "
                + $"{argument.Type}.", argument.Syntax);
        }
    }

    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is FieldsType fields)
        {
            foreach (var field in fields.Fields)
            {
                foreach (var argument in field.Arguments)
                    Check(context, $"{type}.{field.Name}({argument.Name}:)", argument);
            }
        }
        if (type is not InputObjectType input) return;
        foreach (var field in input.Fields) Check(context, $"{type}.{field.Name}", field);
    }

    private static void Check(SchemaContext context, string place, InputValue input)
    {
        if (input.Type.IsInput) return;
        context.Report($"The type of {place} must be Input Type but got: {input.Type}.", input.Syntax?.Type);
    }
}

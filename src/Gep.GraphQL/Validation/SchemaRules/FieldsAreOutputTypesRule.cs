using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>A field gives an output type. Spec §3.6 and §3.7, point 2.3.</summary>
internal sealed class FieldsAreOutputTypesRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not FieldsType fields) return;
        foreach (var field in fields.Fields.Where(field => !field.Type.IsOutput))
        {
            context.Report($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.",
                field.Syntax?.Type);
        }
    }
}

using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>Fields of a oneOf input object are nullable and have no default. Spec §3.10.1.</summary>
internal sealed class OneOfFieldsAreOptionalRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not InputObjectType { IsOneOf: true } input) return;
        foreach (var field in input.Fields)
        {
            if (field.Type is NonNullType)
                context.Report($"OneOf input field {type}.{field.Name} must be nullable.",
                    field.Syntax?.Type);
            if (field.HasDefault)
                context.Report($"OneOf input field {type}.{field.Name} cannot have a default value.",
                    field.Syntax);
        }
    }
}

using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// A field is deprecated only where the interface's field is, too. Spec §3.6.2, IsValidImplementation 2.6.
/// </summary>
internal sealed class DeprecationsAgreeRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not FieldsType fields) return;
        foreach (var parent in context.ImplementedBy(fields).OfType<InterfaceType>().Distinct())
        {
            foreach (var wanted in parent.Fields.Where(field => field.DeprecationReason is null))
            {
                if (fields.FindField(wanted.Name) is not { DeprecationReason: not null } given) continue;
                context.Report($"Interface field {parent}.{wanted.Name} is not deprecated, so implementation "
                    + $"field {type}.{wanted.Name} must not be deprecated.",
                    SchemaContext.DeprecatedNode(given.Syntax), given.Syntax?.Type);
            }
        }
    }
}

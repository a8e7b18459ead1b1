using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// Types have something in them: fields, members or values. Spec §3.6 to §3.10, first point of each.
/// </summary>
internal sealed class TypesAreNotEmptyRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        string? message = type switch
        {
            FieldsType { Fields.Count: 0 } => $"Type {type} must define one or more fields.",
            UnionType union when !context.MembersOf(union).Any() =>
                $"Union type {type} must define one or more member types.",
            EnumType { Values.Count: 0 } => $"Enum type {type} must define one or more values.",
            InputObjectType { Fields.Count: 0 } =>
                $"Input Object type {type} must define one or more fields.",
            _ => null,
        };
        if (message is not null) context.Report(message, type.Syntax);
    }
}

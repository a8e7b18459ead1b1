using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// A type implements interfaces only, each once, and an interface not itself. Spec §3.6 and §3.7, points 3
/// and 4.
/// </summary>
internal sealed class OnlyInterfacesAreImplementedRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not FieldsType fields) return;
        var known = new HashSet<NamedType>();
        foreach (var one in context.ImplementedBy(fields))
        {
            string? message = one is not InterfaceType
                ? $"Type {type} must only implement Interface types, it cannot implement {one}."
                : one == type
                    ? $"Type {type} cannot implement itself because it would create a circular reference."
                    : known.Add(one) ? null : $"Type {type} can only implement {one} once.";
            if (message is not null) context.Report(message, SchemaContext.ImplementsNodes(type, one));
        }
    }
}

using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// Who implements an interface implements those that it implements. Spec §3.6.2, IsValidImplementation 1.
/// </summary>
internal sealed class InheritedInterfacesAreImplementedRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not FieldsType fields) return;
        var own = context.ImplementedBy(fields).ToHashSet();
        foreach (var parent in own.OfType<InterfaceType>().Where(parent => parent != type))
        {
            foreach (var inherited in context.ImplementedBy(parent).Where(above => !own.Contains(above)))
            {
                string message = inherited == type
                    ? $"Type {type} cannot implement {parent} because it would create a circular reference."
                    : $"Type {type} must implement {inherited} because it is implemented by {parent}.";
                context.Report(message, [.. SchemaContext.ImplementsNodes(parent, inherited),
                    .. SchemaContext.ImplementsNodes(type, parent)]);
            }
        }
    }
}

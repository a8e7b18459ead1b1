using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>A union is of object types, each once. Spec §3.8, point 2.</summary>
internal sealed class UnionMembersAreObjectsRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not UnionType union) return;
        var known = new HashSet<NamedType>();
        foreach (var member in context.MembersOf(union))
        {
            if (!known.Add(member))
                context.Report($"Union type {type} can only include type {member} once.",
                    Nodes(type, member));
            else if (member is not ObjectType)
                context.Report(
                    $"Union type {type} can only include Object types, it cannot include {member}.",
                    Nodes(type, member));
        }
    }

    private static IEnumerable<Node> Nodes(NamedType union, NamedType member) => SchemaContext.Written(union)
        .SelectMany(node => node.Members).Where(node => node.Name.Value == member.Name);
}

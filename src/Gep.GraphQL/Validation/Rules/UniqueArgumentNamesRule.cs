using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Arguments of one field or directive have different names. Spec §5.4.2.</summary>
internal sealed class UniqueArgumentNamesRule : Rule
{
    public override bool Enter(Node node)
    {
        var arguments = node switch
        {
            FieldNode field => field.Arguments,
            DirectiveNode directive => directive.Arguments,
            _ => [],
        };
        if (arguments.Count < 2) return true;
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value)
            .Where(group => group.Count() > 1))
        {
            Context.Report($"There can be only one argument named \"{group.Key}\".",
                group.Select(argument => argument.Name));
        }
        return true;
    }
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>Arguments of a definition have different names. Spec §3.6.1 and §3.13.</summary>
internal sealed class UniqueArgumentDefinitionNamesRule : Rule
{
    public override bool Enter(Node node)
    {
        if (node is DirectiveDefinitionNode directive) Check("@" + directive.Name!.Value,
            directive.Arguments);
        if (node is not TypeDefinitionNode type) return node is DocumentNode;
        foreach (var field in type.Fields) Check($"{type.Name!.Value}.{field.Name!.Value}", field.Arguments);
        return false;
    }

    private void Check(string parent, IReadOnlyList<InputValueNode> arguments)
    {
        foreach (var group in arguments.GroupBy(argument => argument.Name!.Value)
            .Where(group => group.Count() > 1))
        {
            Context.Report($"Argument \"{parent}({group.Key}:)\" can only be defined once.",
                group.Select(argument => argument.Name!));
        }
    }
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>Fields of a type have different names. Spec §3.6, §3.7 and §3.10.</summary>
internal sealed class UniqueFieldDefinitionNamesRule : Rule
{
    private readonly Dictionary<(string Type, string Field), NameNode> _known = [];

    public override bool Enter(Node node)
    {
        if (node is not TypeDefinitionNode type) return node is DocumentNode;
        IEnumerable<DefinitionNode> fields = [.. type.Fields, .. type.InputFields];
        foreach (var name in fields.Select(field => field.Name!))
        {
            var key = (type.Name!.Value, name.Value);
            if (!_known.TryAdd(key, name))
                Context.Report($"Field \"{key.Item1}.{key.Item2}\" can only be defined once.", _known[key],
                    name);
        }
        return false;
    }
}

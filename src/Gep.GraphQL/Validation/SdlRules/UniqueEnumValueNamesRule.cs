using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>Values of an enum have different names. Spec §3.9.</summary>
internal sealed class UniqueEnumValueNamesRule : Rule
{
    private readonly Dictionary<(string Type, string Value), NameNode> _known = [];

    public override bool Enter(Node node)
    {
        if (node is not TypeDefinitionNode type) return node is DocumentNode;
        foreach (var name in type.Values.Select(value => value.Name!))
        {
            var key = (type.Name!.Value, name.Value);
            if (!_known.TryAdd(key, name))
                Context.Report($"Enum value \"{key.Item1}.{key.Item2}\" can only be defined once.",
                    _known[key], name);
        }
        return false;
    }
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.SdlRules;

/// <summary>An extension extends a type of its kind. Spec §3.4.3.</summary>
internal sealed class PossibleTypeExtensionsRule : Rule
{
    private readonly Dictionary<string, TypeDefinitionNode> _defined = new(StringComparer.Ordinal);

    protected override void Start()
    {
        foreach (var type in Context.Document.Definitions.OfType<TypeDefinitionNode>()
            .Where(t => !t.IsExtension))
            _defined[type.Name!.Value] = type;
    }

    public override bool Enter(Node node)
    {
        if (node is not TypeDefinitionNode { IsExtension: true, Name: { } name } extension) return node
            is DocumentNode;
        if (!_defined.TryGetValue(name.Value, out var type))
        {
            Context.Report($"Cannot extend type \"{name.Value}\" because it is not defined."
                + Context.Suggest(name.Value, _defined.Keys), name);
        }
        else if (Word(type.Kind) != Word(extension.Kind))
        {
            Context.Report($"Cannot extend non-{Word(extension.Kind)} type \"{name.Value}\".", type,
                extension);
        }
        return false;
    }

    private static string Word(NodeKind kind) => kind switch
    {
        NodeKind.ScalarTypeDefinition or NodeKind.ScalarTypeExtension => "scalar",
        NodeKind.ObjectTypeDefinition or NodeKind.ObjectTypeExtension => "object",
        NodeKind.InterfaceTypeDefinition or NodeKind.InterfaceTypeExtension => "interface",
        NodeKind.UnionTypeDefinition or NodeKind.UnionTypeExtension => "union",
        NodeKind.EnumTypeDefinition or NodeKind.EnumTypeExtension => "enum",
        _ => "input object",
    };
}

using Gep.GraphQL.Language;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Types that are named exist. Spec §5.5.1.2 and §3.4.</summary>
internal sealed class KnownTypeNamesRule : Rule
{
    private static readonly string[] Standard =
    [
        "String", "Int", "Float", "Boolean", "ID", "__Schema", "__Directive", "__DirectiveLocation", "__Type",
        "__Field", "__InputValue", "__EnumValue", "__TypeKind",
    ];

    private List<string> _known = [];
    private HashSet<string> _set = [];

    protected override void Start()
    {
        var defined = Context.Document.Definitions.OfType<TypeDefinitionNode>()
            .Where(definition => !definition.IsExtension).Select(definition => definition.Name!.Value);
        _known = [.. Context.Schema?.Types.Select(type => type.Name) ?? [], .. defined];
        _set = [.. _known];
    }

    public override bool Enter(Node node)
    {
        if (node is not NamedTypeNode named || _set.Contains(named.Name.Value)) return true;
        var definition = Context.Ancestors.Count > 1 ? Context.Ancestors[1] : null;
        bool isTypeSystem = definition is SchemaNode or TypeDefinitionNode or DirectiveDefinitionNode;
        if (isTypeSystem && Standard.Contains(named.Name.Value)) return true;
        IEnumerable<string> options = isTypeSystem ? [.. Standard, .. _known] : _known;
        Context.Report($"Unknown type \"{named.Name.Value}\".{Context.Suggest(named.Name.Value, options)}",
            named);
        return true;
    }
}

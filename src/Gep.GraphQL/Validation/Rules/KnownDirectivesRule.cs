using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Directives exist and may stand where they stand. Spec §5.7.1 and §5.7.2.</summary>
internal sealed class KnownDirectivesRule : Rule
{
    private readonly Dictionary<string, IReadOnlyList<string>> _locations = new(StringComparer.Ordinal);

    protected override void Start()
    {
        foreach (var directive in Context.Schema?.Directives ?? StandardDirectives.All)
            _locations[directive.Name] = directive.Locations;
        foreach (var directive in Context.Document.Definitions.OfType<DirectiveDefinitionNode>())
            _locations[directive.Name!.Value] = [.. directive.Locations.Select(location => location.Value)];
    }

    public override bool Enter(Node node)
    {
        if (node is not DirectiveNode directive) return true;
        string name = directive.Name.Value;
        if (!_locations.TryGetValue(name, out var locations))
        {
            Context.Report($"Unknown directive \"@{name}\".", directive);
            return true;
        }
        string location = LocationOf(Context.Ancestors[^1]);
        if (!locations.Contains(location)) Context.Report(
            $"Directive \"@{name}\" may not be used on {location}.", directive);
        return true;
    }

    private string LocationOf(Node node) => node.Kind switch
    {
        NodeKind.OperationDefinition => Printer.KeywordOf(((OperationNode)node).Operation).ToUpperInvariant(),
        NodeKind.Field => "FIELD",
        NodeKind.FragmentSpread => "FRAGMENT_SPREAD",
        NodeKind.InlineFragment => "INLINE_FRAGMENT",
        NodeKind.FragmentDefinition => "FRAGMENT_DEFINITION",
        NodeKind.VariableDefinition => "VARIABLE_DEFINITION",
        NodeKind.SchemaDefinition or NodeKind.SchemaExtension => "SCHEMA",
        NodeKind.ScalarTypeDefinition or NodeKind.ScalarTypeExtension => "SCALAR",
        NodeKind.ObjectTypeDefinition or NodeKind.ObjectTypeExtension => "OBJECT",
        NodeKind.FieldDefinition => "FIELD_DEFINITION",
        NodeKind.InterfaceTypeDefinition or NodeKind.InterfaceTypeExtension => "INTERFACE",
        NodeKind.UnionTypeDefinition or NodeKind.UnionTypeExtension => "UNION",
        NodeKind.EnumTypeDefinition or NodeKind.EnumTypeExtension => "ENUM",
        NodeKind.EnumValueDefinition => "ENUM_VALUE",
        NodeKind.InputObjectTypeDefinition or NodeKind.InputObjectTypeExtension => "INPUT_OBJECT",
        NodeKind.InputValueDefinition => Context.Ancestors[^2] is TypeDefinitionNode
            ? "INPUT_FIELD_DEFINITION"
            : "ARGUMENT_DEFINITION",
        _ => throw new ArgumentException($"{node.Kind} takes no directive.", nameof(node)),
    };
}

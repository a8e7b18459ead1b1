namespace Gep.GraphQL.Language;

/// <summary>Definitions and extensions of the type system as text. Spec §3.</summary>
internal static partial class Printer
{
    private static string PrintTypeSystem(Node node) => node switch
    {
        SchemaNode schema => Described(schema.Description, Words(
            schema.Kind == NodeKind.SchemaExtension ? "extend schema" : "schema",
            Join(schema.Directives, " "), Block(schema.RootTypes))),
        RootTypeNode root => $"{KeywordOf(root.Operation)}: {Print(root.Type)}",
        TypeDefinitionNode type => Described(type.Description, PrintTypeDefinition(type)),
        FieldDefinitionNode field => Described(field.Description,
            field.Name!.Value + Arguments(field.Arguments) + ": " + Print(field.Type)
            + Wrap(" ", Join(field.Directives, " "))),
        InputValueNode input => Described(input.Description,
            $"{input.Name!.Value}: {Print(input.Type)}{Default(input.DefaultValue)}"
            + Wrap(" ", Join(input.Directives, " "))),
        EnumValueDefinitionNode value => Described(value.Description,
            Words(value.Name!.Value, Join(value.Directives, " "))),
        DirectiveDefinitionNode directive => Described(directive.Description,
            "directive @" + directive.Name!.Value + Arguments(directive.Arguments)
            + (directive.IsRepeatable ? " repeatable" : "") + " on " + Join(directive.Locations, " | ")),
        _ => throw new ArgumentException($"{node.Kind} has no text.", nameof(node)),
    };

    private static string PrintTypeDefinition(TypeDefinitionNode type) => Words(
        type.IsExtension ? "extend" : "",
        type.Kind switch
        {
            NodeKind.ScalarTypeDefinition or NodeKind.ScalarTypeExtension => "scalar",
            NodeKind.ObjectTypeDefinition or NodeKind.ObjectTypeExtension => "type",
            NodeKind.InterfaceTypeDefinition or NodeKind.InterfaceTypeExtension => "interface",
            NodeKind.UnionTypeDefinition or NodeKind.UnionTypeExtension => "union",
            NodeKind.EnumTypeDefinition or NodeKind.EnumTypeExtension => "enum",
            _ => "input",
        },
        type.Name!.Value,
        Wrap("implements ", Join(type.Interfaces, " & ")),
        Join(type.Directives, " "),
        Wrap("= ", Join(type.Members, " | ")),
        Block([.. type.Fields, .. type.Values, .. type.InputFields]));

    private static string Arguments(IReadOnlyList<InputValueNode> arguments)
    {
        bool isMultiline = arguments.Any(a => Print(a).Contains('\n', StringComparison.Ordinal));
        return isMultiline
            ? "(\n" + Indent(Join(arguments, "\n")) + "\n)"
            : Wrap("(", Join(arguments, ", "), ")");
    }
}

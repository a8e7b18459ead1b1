using System.Text.Json.Nodes;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Tests.Differential;

/// <summary>Our syntax tree in the shape in which graphql-js writes its own.</summary>
internal static class AstJson
{
    public static JsonNode? Of(Node? node)
    {
        if (node is null) return null;
        var json = new JsonObject { ["kind"] = node.Kind.ToString() };
        foreach (var (key, value) in Parts(node))
        {
            if (value is not null) json[key] = value;
        }
        if (node is NullNode) json.Remove("value");
        json["loc"] = new JsonObject { ["start"] = node.Start, ["end"] = node.End };
        return json;
    }

    private static JsonArray List(IEnumerable<Node> nodes) => [.. nodes.Select(Of)];

    private static IEnumerable<(string Key, JsonNode? Value)> Parts(Node node) => node switch
    {
        NameNode n => [("value", n.Value)],
        DocumentNode n => [("definitions", List(n.Definitions))],
        OperationNode n => [("operation", Printer.KeywordOf(n.Operation)), .. Head(n),
            ("variableDefinitions", List(n.Variables)), ("selectionSet", Of(n.SelectionSet))],
        FragmentNode n =>
            [.. Head(n), ("typeCondition", Of(n.TypeCondition)), ("selectionSet", Of(n.SelectionSet))],
        VariableDefinitionNode n => [("description", Of(n.Description)), ("variable", Of(n.Variable)),
            ("type", Of(n.Type)), ("defaultValue", Of(n.DefaultValue)), ("directives", List(n.Directives))],
        SelectionSetNode n => [("selections", List(n.Selections))],
        FieldNode n => [("alias", Of(n.Alias)), ("name", Of(n.Name)), ("arguments", List(n.Arguments)),
            ("directives", List(n.Directives)), ("selectionSet", Of(n.SelectionSet))],
        FragmentSpreadNode n => [("name", Of(n.Name)), ("directives", List(n.Directives))],
        InlineFragmentNode n => [("typeCondition", Of(n.TypeCondition)), ("directives", List(n.Directives)),
            ("selectionSet", Of(n.SelectionSet))],
        ArgumentNode n => [("name", Of(n.Name)), ("value", Of(n.Value))],
        DirectiveNode n => [("name", Of(n.Name)), ("arguments", List(n.Arguments))],
        VariableNode n => [("name", Of(n.Name))],
        LiteralNode n => [("value", n.Text)],
        StringValueNode n => [("value", n.Value), ("block", n.IsBlock)],
        BooleanNode n => [("value", n.Value)],
        NullNode => [],
        ListValueNode n => [("values", List(n.Values))],
        ObjectValueNode n => [("fields", List(n.Fields))],
        ObjectFieldNode n => [("name", Of(n.Name)), ("value", Of(n.Value))],
        NamedTypeNode n => [("name", Of(n.Name))],
        WrappedTypeNode n => [("type", Of(n.Inner))],
        _ => TypeSystem(node),
    };

    private static IEnumerable<(string Key, JsonNode? Value)> TypeSystem(Node node) => node switch
    {
        SchemaNode n => [.. Head(n), ("operationTypes", List(n.RootTypes))],
        RootTypeNode n => [("operation", Printer.KeywordOf(n.Operation)), ("type", Of(n.Type))],
        FieldDefinitionNode n => [.. Head(n), ("arguments", List(n.Arguments)), ("type", Of(n.Type))],
        InputValueNode n => [.. Head(n), ("type", Of(n.Type)), ("defaultValue", Of(n.DefaultValue))],
        EnumValueDefinitionNode n => Head(n),
        DirectiveDefinitionNode n =>
            [.. Head(n), ("arguments", List(n.Arguments)), ("repeatable", n.IsRepeatable),
            ("locations", List(n.Locations))],
        TypeDefinitionNode n => [.. Head(n), .. TypeParts(n)],
        _ => throw new ArgumentException(node.Kind.ToString()),
    };

    private static IEnumerable<(string Key, JsonNode? Value)> TypeParts(TypeDefinitionNode n) => n.Kind switch
    {
        NodeKind.ObjectTypeDefinition or NodeKind.ObjectTypeExtension or NodeKind.InterfaceTypeDefinition
            or NodeKind.InterfaceTypeExtension =>
                [("interfaces", List(n.Interfaces)), ("fields", List(n.Fields))],
        NodeKind.UnionTypeDefinition or NodeKind.UnionTypeExtension => [("types", List(n.Members))],
        NodeKind.EnumTypeDefinition or NodeKind.EnumTypeExtension => [("values", List(n.Values))],
        NodeKind.InputObjectTypeDefinition or NodeKind.InputObjectTypeExtension =>
            [("fields", List(n.InputFields))],
        _ => [],
    };

    private static IEnumerable<(string Key, JsonNode? Value)> Head(DefinitionNode n) =>
        [("description", Of(n.Description)), ("name", Of(n.Name)), ("directives", List(n.Directives))];
}

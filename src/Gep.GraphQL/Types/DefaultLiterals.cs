using System.Text.RegularExpressions;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>
/// Default values as literals again, for introspection and printing. Spec §4.2.4 (defaultValue).
/// </summary>
internal static partial class DefaultLiterals
{
    public static string? Print(InputValue input) =>
        input.HasDefault && Of(input.DefaultValue, input.Type) is { } literal ? Printer.Print(literal) : null;

    private static ValueNode? Of(object? value, GraphQLType type)
    {
        if (type is NonNullType nonNull) return Of(value, nonNull.Inner) is { } node and not NullNode ? node
            : null;
        if (value is null) return new NullNode();
        return type switch
        {
            ListType list => value is object?[] items
                ? new ListValueNode([.. items.Select(item => Of(item, list.Item)).OfType<ValueNode>()])
                : Of(value, list.Item),
            InputObjectType input => value is InputMap map ? OfMap(map, input) : null,
            EnumType enumeration => enumeration.FindByValue(value) is { } found
                ? new LiteralNode(NodeKind.EnumValue, found.Name)
                : null,
            ScalarType scalar => OfScalar(value, scalar),
            _ => null,
        };
    }

    private static ObjectValueNode OfMap(InputMap map, InputObjectType type)
    {
        var fields = new List<ObjectFieldNode>();
        foreach (var field in type.Fields)
        {
            if (map.TryGetValue(field.Name, out object? item) && Of(item, field.Type) is { } literal)
                fields.Add(new ObjectFieldNode(new NameNode(field.Name), literal));
        }
        return new ObjectValueNode(fields);
    }

    private static ValueNode OfScalar(object value, ScalarType scalar)
    {
        using var buffer = new JsonBuffer();
        scalar.Write(buffer, value);
        using var json = System.Text.Json.JsonDocument.Parse(buffer.Written);
        return OfJson(JsonInput.Read(json.RootElement), scalar);
    }

    private static ValueNode OfJson(object? value, ScalarType scalar) => value switch
    {
        null => new NullNode(),
        bool truth => new BooleanNode(truth),
        string text when scalar.Name == "ID" && Whole().IsMatch(text) =>
            new LiteralNode(NodeKind.IntValue, text),
        string text => new StringValueNode(text, isBlock: false),
        long number =>
            new LiteralNode(NodeKind.IntValue,
            number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        double number => new LiteralNode(NodeKind.FloatValue, JavaScriptNumber.Format(number)),
        object?[] items => new ListValueNode([.. items.Select(item => OfJson(item, scalar))]),
        InputMap map => new ObjectValueNode(
            [.. map.Select(pair => new ObjectFieldNode(new NameNode(pair.Key), OfJson(pair.Value, scalar)))]),
        _ => new NullNode(),
    };

    [GeneratedRegex("^-?(?:0|[1-9][0-9]*)$")]
    private static partial Regex Whole();
}

using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// From a literal to a value, variables filled in. Spec §6.4.1, §3.9 to §3.12 "Input Coercion".
/// </summary>
internal static class LiteralCoercion
{
    public static bool TryCoerce(
        ValueNode? node, GraphQLType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        if (node is null) return false;
        if (node is VariableNode variable)
        {
            if (variables is null || !variables.TryGetValue(variable.Name.Value, out value)) return false;
            return value is not null || type is not NonNullType;
        }
        if (type is NonNullType nonNull)
            return node is not NullNode && TryCoerce(node, nonNull.Inner, variables, out value);
        if (node is NullNode) return true;
        return type switch
        {
            ListType list => TryCoerceList(node, list, variables, out value),
            InputObjectType input => TryCoerceObject(node, input, variables, out value),
            EnumType enumeration => TryCoerceEnum(node, enumeration, out value),
            ScalarType scalar => TryCoerceScalar(node, scalar, variables, out value),
            _ => false,
        };
    }

    /// <summary>A literal as JSON would say it, for scalars that take anything.</summary>
    public static object? Untyped(ValueNode node, IReadOnlyDictionary<string, object?>? variables) =>
        node switch
        {
            StringValueNode text => text.Value,
            BooleanNode truth => truth.Value,
            LiteralNode { Kind: NodeKind.EnumValue } name => name.Text,
            LiteralNode number => JsonInput.Number(number.Text),
            ListValueNode list => list.Values.Select(item => Untyped(item, variables)).ToArray(),
            ObjectValueNode map => UntypedMap(map, variables),
            VariableNode variable => variables?.GetValueOrDefault(variable.Name.Value),
            _ => null,
        };

    private static InputMap UntypedMap(ObjectValueNode node, IReadOnlyDictionary<string, object?>? variables)
    {
        var map = new InputMap();
        foreach (var field in node.Fields) map[field.Name.Value] = Untyped(field.Value, variables);
        return map;
    }

    private static bool IsMissing(ValueNode node, IReadOnlyDictionary<string, object?>? variables) =>
        node is VariableNode variable && (variables is null || !variables.ContainsKey(variable.Name.Value));

    private static bool TryCoerceList(
        ValueNode node, ListType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        if (node is not ListValueNode list)
        {
            if (!TryCoerce(node, type.Item, variables, out object? single)) return false;
            value = new[] { single };
            return true;
        }
        object?[] items = new object?[list.Values.Count];
        for (int i = 0; i < items.Length; i++)
        {
            if (IsMissing(list.Values[i], variables))
            {
                if (type.Item is NonNullType) return false;
            }
            else if (!TryCoerce(list.Values[i], type.Item, variables, out items[i]))
            {
                return false;
            }
        }
        value = items;
        return true;
    }

    private static bool TryCoerceObject(
        ValueNode node, InputObjectType type, IReadOnlyDictionary<string, object?>? variables,
            out object? value)
    {
        value = null;
        if (node is not ObjectValueNode written) return false;
        var fields = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in written.Fields) fields[field.Name.Value] = field.Value;
        var map = new InputMap();
        foreach (var field in type.Fields)
        {
            if (!fields.TryGetValue(field.Name, out var given) || IsMissing(given, variables))
            {
                if (field.HasDefault) map[field.Name] = field.DefaultValue;
                else if (field.Type is NonNullType) return false;
                continue;
            }
            if (!TryCoerce(given, field.Type, variables, out object? item)) return false;
            map[field.Name] = item;
        }
        bool isWrongChoice = type.IsOneOf && (map.Count != 1 || map.First().Value is null);
        value = map;
        return !isWrongChoice;
    }

    private static bool TryCoerceEnum(ValueNode node, EnumType type, out object? value)
    {
        value = node is LiteralNode { Kind: NodeKind.EnumValue } name ? type.FindByName(name.Text)?.Value
            : null;
        return value is not null;
    }

    private static bool TryCoerceScalar(
        ValueNode node, ScalarType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        try
        {
            value = ParseLiteral(node, type, variables);
            return true;
        }
        catch (Exception refused) when (refused is GraphQLException or FormatException or OverflowException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>The scalar's own reading of a literal; throws where it refuses.</summary>
    public static object? ParseLiteral(
        ValueNode node, ScalarType type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (type.ParseLiteral is { } parse) return parse(node, variables);
        object? plain = Untyped(node, variables);
        return plain is null ? null : type.Parse(plain);
    }
}

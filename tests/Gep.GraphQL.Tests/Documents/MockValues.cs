using System.Globalization;
using System.Text;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>Values that follow from their key alone; tests/node/oracle.mjs makes the same ones.</summary>
internal static class MockValues
{
    private const uint Offset = 0x811c9dc5, Prime = 0x01000193;

    public static object RootValue { get; } = new InputMap { ["__k"] = "" };

    /// <summary>
    /// At once, later, or for all objects of a level together: the answers must be the same.
    /// </summary>
    public static FieldResolver AtOnce { get; } = new() { Sync = (source, field) => Resolve(source, field) };

    public static FieldResolver Later { get; } = new()
    {
        Async = async (source, field) =>
        {
            await Task.Yield();
            return Resolve(source, field);
        },
    };

    public static FieldResolver Together { get; } = new()
    {
        Batch = (sources, field) => ValueTask.FromResult<IReadOnlyList<object?>>(
            [.. sources.Select(source => Attempt(() => Resolve(source, field)))]),
    };

    private static object? Resolve(object? source, FieldContext field)
    {
        string parent = source is InputMap map && map.TryGetValue("__k", out object? key) ? (string)key! : "";
        using var arguments = new JsonBuffer();
        arguments.WriteAny(Sorted(field.Arguments));
        string text = Encoding.UTF8.GetString(arguments.Written.Span);
        return Make(field.FieldType, $"{parent}.{field.FieldName}{text}", field.Scope.Schema);
    }

    private static object? Attempt(Func<object?> make)
    {
        try
        {
            return make();
        }
        catch (GraphQLException exception)
        {
            return exception;
        }
    }

    private static object? Sorted(object? value) => value switch
    {
        InputMap map => SortedMap(map),
        object?[] items => items.Select(Sorted).ToArray(),
        _ => value,
    };

    private static InputMap SortedMap(InputMap map)
    {
        var sorted = new InputMap();
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal)) sorted[key] =
            Sorted(value);
        return sorted;
    }

    private static uint Hash(string text)
    {
        uint hash = Offset;
        foreach (byte b in Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ b) * Prime);
        return hash;
    }

    private static object? Make(GraphQLType type, string key, Schema schema)
    {
        if (type is NonNullType nonNull) return Hash(key + "!") % 41 == 0 ? null
            : Make(nonNull.Inner, key, schema);
        uint hash = Hash(key);
        if (hash % 13 == 0) return null;
        if (hash % 29 == 0) throw new GraphQLException("mock error at " + key);
        switch (type)
        {
            case ListType list:
                return Enumerable.Range(0, (int)(hash % 4))
                    .Select(i => Attempt(() => Make(list.Item, $"{key}/{i}", schema))).ToArray();
            case EnumType enumeration:
                return enumeration.Values[(int)(hash % (uint)enumeration.Values.Count)].Value;
            case CompositeType composite:
                var types = schema.PossibleTypes(composite).OrderBy(t => t.Name, StringComparer.Ordinal)
                    .ToList();
                string name = types[composite is ObjectType ? 0 : (int)(hash % (uint)types.Count)].Name;
                return new InputMap { ["__typename"] = name, ["__k"] = key };
            default:
                return type.Named.Name switch
                {
                    "Int" => (int)(hash % 1000) - 500,
                    "Float" => (hash % 100000) / 64.0,
                    "Boolean" => hash % 2 == 0,
                    var scalar =>
                        char.ToLowerInvariant(scalar[0]) + hash.ToString("x", CultureInfo.InvariantCulture),
                };
        }
    }
}

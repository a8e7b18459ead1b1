using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>From coerced input values to the classes that resolvers take. Spec §3.10 and §6.4.1.</summary>
internal static class ClassInputs
{
    /// <summary>The primary constructor's parameter that a property of a record comes from.</summary>
    public static ParameterInfo? ParameterOf(PropertyInfo property) => ConstructorOf(property.DeclaringType!)?
        .GetParameters()
            .FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A default value of C# as a literal; none for null.</summary>
    public static ValueNode? LiteralOf(object? value, GraphQLType type) => value switch
    {
        null => null,
        bool truth => new BooleanNode(truth),
        string text => new StringValueNode(text, isBlock: false),
        Enum or int when type.Named is EnumType names => names.Values.FirstOrDefault(name =>
            Convert.ToInt64(name.Value, CultureInfo.InvariantCulture) == Convert.ToInt64(value,
                CultureInfo.InvariantCulture))
            is { } found ? new LiteralNode(NodeKind.EnumValue, found.Name) : null,
        int or long or short or byte => new LiteralNode(
            NodeKind.IntValue, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        double or float or decimal => new LiteralNode(
            NodeKind.FloatValue, Convert.ToDouble(value, CultureInfo.InvariantCulture)
                .ToString("R", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>What turns a coerced value into an object of that class.</summary>
    public static Func<object?, object?> BinderOf(Type type) => value => Bind(value, type);

    /// <summary>Input objects nest no deeper than documents and JSON may.</summary>
    private static object? Bind(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || type.IsInstanceOfType(value)) return value;
        if (value is object?[] items && ClassTypes.ItemOf(type) is { } item) return BindList(items, type,
            item);
        if (value is InputMap map) return BindObject(map, type);
        if (type == typeof(JsonElement)) return JsonSerializer.SerializeToElement(value);
        if (type == typeof(Guid) && value is string id)
            return Guid.TryParse(id, out var guid) ? guid
                : throw new GraphQLException($"{Inspection.Of(id)} is no UUID.");
        try
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (Exception refused) when (refused is FormatException or OverflowException
            or InvalidCastException)
        {
            throw new GraphQLException($"{Inspection.Of(value)} is no {type.Name}.", refused);
        }
    }

    private static object BindList(object?[] items, Type type, Type item)
    {
        var array = Array.CreateInstance(item, items.Length);
        for (int i = 0; i < items.Length; i++) array.SetValue(Bind(items[i], item), i);
        if (type.IsInstanceOfType(array)) return array;
        return Activator.CreateInstance(type, array)
            ?? throw new GraphQLException($"A list cannot become a {type.Name}.");
    }

    private static object BindObject(InputMap map, Type type)
    {
        var constructor = ConstructorOf(type)
            ?? throw new InvalidOperationException($"{type.Name} cannot be made.");
        var properties = type.GetProperties().ToDictionary(ClassTypes.FieldName, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        object?[] arguments = [.. constructor.GetParameters().Select(parameter =>
        {
            taken.Add(parameter.Name!);
            var property = properties.FirstOrDefault(p =>
                string.Equals(p.Value.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            bool isGiven = property.Key is not null && map.ContainsKey(property.Key);
            if (isGiven) return Bind(map[property.Key!], parameter.ParameterType);
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        })];
        object made = constructor.Invoke(arguments);
        foreach (var (name, property) in properties)
        {
            if (taken.Contains(property.Name) || !property.CanWrite
                || !map.TryGetValue(name, out object? value)) continue;
            property.SetValue(made, Bind(value, property.PropertyType));
        }
        return made;
    }

    private static ConstructorInfo? ConstructorOf(Type type) => type.GetConstructors()
        .Where(c => !(c.GetParameters() is [var only] && only.ParameterType == type))
        .OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
}

using System.Linq.Expressions;
using System.Reflection;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>
/// Properties of standard scalars compiled into writers, without boxing. Spec §3.5 "Result Coercion".
/// </summary>
internal static class LeafWriters
{
    private static readonly ParameterExpression Source = Expression.Parameter(typeof(object), "source");
    private static readonly ParameterExpression Buffer = Expression.Parameter(typeof(JsonBuffer), "buffer");

    public static Action<object, JsonBuffer>? For(PropertyInfo property, Type source, GraphQLType type)
    {
        bool isNonNull = type is NonNullType;
        string? method = (type.Nullable as ScalarType)?.Name switch
        {
            "String" or "ID" when property.PropertyType == typeof(string) => isNonNull ? nameof(Text)
                : nameof(TextOrNull),
            "Int" when property.PropertyType == typeof(int) => nameof(Int),
            "Float" when property.PropertyType == typeof(double) => nameof(Float),
            "Boolean" when property.PropertyType == typeof(bool) => nameof(Boolean),
            _ => null,
        };
        if (method is null) return null;
        var read = Expression.Property(Expression.Convert(Source, source), property);
        Expression[] arguments = method == nameof(Text)
            ? [Buffer, read, Expression.Constant($"{source.Name}.{ClassTypes.FieldName(property)}")]
            : [Buffer, read];
        var call = Expression.Call(typeof(LeafWriters), method, null, arguments);
        return Expression.Lambda<Action<object, JsonBuffer>>(call, Source, Buffer).Compile();
    }

    private static void Text(JsonBuffer buffer, string? value, string field) => buffer.WriteString(
        value ?? throw new GraphQLException($"Cannot return null for non-nullable field {field}."));

    private static void TextOrNull(JsonBuffer buffer, string? value)
    {
        if (value is null) buffer.WriteNull();
        else buffer.WriteString(value);
    }

    private static void Int(JsonBuffer buffer, int value) => buffer.WriteInt(value);

    private static void Float(JsonBuffer buffer, double value) => buffer.WriteDouble(double.IsFinite(value)
        ? value
        : throw new GraphQLException($"Float cannot represent non numeric value: {Inspection.Of(value)}"));

    private static void Boolean(JsonBuffer buffer, bool value) => buffer.WriteBoolean(value);
}

using System.Globalization;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>Int, Float, String, Boolean and ID. Spec §3.5.1 to §3.5.5.</summary>
internal static class StandardScalars
{
    public static ScalarType Int { get; } = new("Int")
    {
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. "
            + "Int can represent values between -(2^31) and 2^31 - 1.",
        Parse = ParseInt,
        ParseLiteral = static (node, _) => node is LiteralNode { Kind: NodeKind.IntValue } literal
            ? int.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out int value)
                ? value
                : throw Wrong(node, $"Int cannot represent non 32-bit signed integer value: {literal.Text}")
            : throw Wrong(node, $"Int cannot represent non-integer value: {Printer.Print(node)}"),
        Write = static (buffer, value) => buffer.WriteInt(ToInt(value)),
    };

    public static ScalarType Float { get; } = new("Float")
    {
        Description =
            "The `Float` scalar type represents signed double-precision fractional values as specified "
            + "by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
        Parse = static value => value switch
        {
            long number => (double)number,
            double number when double.IsFinite(number) => number,
            _ => throw new GraphQLException(
                $"Float cannot represent non numeric value: {Inspection.Of(value)}"),
        },
        ParseLiteral = static (node, _) => node is LiteralNode { Kind: not NodeKind.EnumValue } literal
            ? double.Parse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : throw Wrong(node, $"Float cannot represent non numeric value: {Printer.Print(node)}"),
        Write = static (buffer, value) => buffer.WriteDouble(ToDouble(value)),
    };

    public static ScalarType String { get; } = new("String")
    {
        Description =
            "The `String` scalar type represents textual data, represented as UTF-8 character sequences. "
            + "The String type is most often used by GraphQL to represent free-form human-readable text.",
        Parse = static value => value is string
            ? value
            : throw new GraphQLException(
                $"String cannot represent a non string value: {Inspection.Of(value)}"),
        ParseLiteral = static (node, _) => node is StringValueNode text
            ? text.Value
            : throw Wrong(node, $"String cannot represent a non string value: {Printer.Print(node)}"),
        Write = static (buffer, value) => buffer.WriteString(ToText(value, "String")),
    };

    public static ScalarType Boolean { get; } = new("Boolean")
    {
        Description = "The `Boolean` scalar type represents `true` or `false`.",
        Parse = static value => value is bool
            ? value
            : throw new GraphQLException(
                $"Boolean cannot represent a non boolean value: {Inspection.Of(value)}"),
        ParseLiteral = static (node, _) => node is BooleanNode boolean
            ? boolean.Value
            : throw Wrong(node, $"Boolean cannot represent a non boolean value: {Printer.Print(node)}"),
        Write = static (buffer, value) => buffer.WriteBoolean(value is bool boolean
            ? boolean
            : throw new GraphQLException(
                $"Boolean cannot represent a non boolean value: {Inspection.Of(value)}")),
    };

    public static ScalarType Id { get; } = new("ID")
    {
        Description =
            "The `ID` scalar type represents a unique identifier, often used to refetch an object or as "
            + "key for a cache. The ID type appears in a JSON response as a String; however, it is not "
                + "intended to "
            + "be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer "
                + "(such as "
            + "`4`) input value will be accepted as an ID.",
        Parse = static value => value switch
        {
            string => value,
            long number => number.ToString(CultureInfo.InvariantCulture),
            double number when double.IsInteger(number) => JsonBuffer.TextOf(number),
            _ => throw new GraphQLException($"ID cannot represent value: {Inspection.Of(value)}"),
        },
        ParseLiteral = static (node, _) => node switch
        {
            StringValueNode text => text.Value,
            LiteralNode { Kind: NodeKind.IntValue } literal => literal.Text,
            _ => throw Wrong(node,
                $"ID cannot represent a non-string and non-integer value: {Printer.Print(node)}"),
        },
        Write = static (buffer, value) => buffer.WriteString(ToText(value, "ID")),
    };

    public static IReadOnlyList<ScalarType> All { get; } = [String, Int, Float, Boolean, Id];

    public static bool IsStandard(string name) => name is "Int" or "Float" or "String" or "Boolean" or "ID";

    private static GraphQLException Wrong(ValueNode node, string message) =>
        new(new GraphQLError { Message = message, Extensions = null, Cause = new LiteralPlace(node) });

    private static object ParseInt(object value)
    {
        double number = value switch
        {
            long whole => whole,
            double any when double.IsInteger(any) => any,
            _ => throw new GraphQLException(
                $"Int cannot represent non-integer value: {Inspection.Of(value)}"),
        };
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new GraphQLException(
                $"Int cannot represent non 32-bit signed integer value: {Inspection.Of(value)}");
    }

    internal static int ToInt(object value)
    {
        if (value is int exact) return exact;
        double number = value switch
        {
            bool truth => truth ? 1 : 0,
            byte or short or sbyte or ushort or uint or long or ulong or float or double or decimal =>
                Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => double.NaN,
        };
        if (!double.IsInteger(number))
            throw new GraphQLException($"Int cannot represent non-integer value: {Inspection.Of(value)}");
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new GraphQLException(
                $"Int cannot represent non 32-bit signed integer value: {Inspection.Of(value)}");
    }

    internal static double ToDouble(object value)
    {
        double number = value switch
        {
            double exact => exact,
            bool truth => truth ? 1 : 0,
            byte or short or sbyte or ushort or int or uint or long or ulong or float or decimal =>
                Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => double.NaN,
        };
        return double.IsFinite(number)
            ? number
            : throw new GraphQLException($"Float cannot represent non numeric value: {Inspection.Of(value)}");
    }

    internal static string ToText(object value, string scalar) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => JsonBuffer.TextOf(number),
        char or Guid or Uri or Enum => value.ToString()!,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new GraphQLException($"{scalar} cannot represent value: {Inspection.Of(value)}"),
    };
}

/// <summary>Carries the literal that a scalar refused. Spec §5.6.1.</summary>
internal sealed class LiteralPlace(ValueNode node) : Exception
{
    public ValueNode Node { get; } = node;
}

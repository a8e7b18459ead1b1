using System.Globalization;
using System.Text.Json;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>Scalars for the basic types of .NET. Spec §3.5 (custom scalars).</summary>
internal static class ClrScalars
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly ScalarType Long = new("Long")
    {
        Description = "A whole number of 64 bits, sent as a number.",
        Parse = static value => value is long ? value : throw Wrong("Long", value),
        Write = static (buffer, value) =>
            buffer.WriteLong(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static readonly ScalarType Decimal = Text<decimal>("Decimal",
        "An exact decimal number, sent as a string so that no digit is lost.",
        static text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
        static value => value.ToString(CultureInfo.InvariantCulture), acceptsNumbers: true);

    private static readonly ScalarType Date = Text<DateOnly>("Date", "A day, as in 2024-03-01.",
        static text => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture),
        static value => value.ToString(DateFormat, CultureInfo.InvariantCulture));

    private static readonly ScalarType DateTime = Text<DateTimeOffset>("DateTime",
        "A moment, as in 2024-03-01T08:00:00+08:00.",
        static text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        static value => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));

    private static readonly ScalarType Uuid = Text<Guid>("UUID", "A universally unique identifier.",
        static text => Guid.Parse(text, CultureInfo.InvariantCulture), static value => value.ToString());

    private static readonly ScalarType Any = new("Any")
    {
        Description = "Any JSON value.",
        Write = static (buffer, value) =>
            buffer.WriteAny(value is JsonElement json ? JsonInput.Read(json) : value),
    };

    private static readonly ScalarType Upload = new("Upload")
    {
        Description = "A file of a multipart request.",
        Parse = static value => value is IFile ? value : throw Wrong("Upload", value),
        ParseLiteral = static (node, _) =>
            throw new GraphQLException($"Upload cannot represent value: {Printer.Print(node)}"),
    };

    public static ScalarType? Find(Type type)
    {
        if (type == typeof(IFile)) return Upload;
        if (type == typeof(string)) return StandardScalars.String;
        if (type == typeof(bool)) return StandardScalars.Boolean;
        if (type == typeof(int) || type == typeof(short) || type == typeof(byte)) return StandardScalars.Int;
        if (type == typeof(double) || type == typeof(float)) return StandardScalars.Float;
        if (type == typeof(long)) return Long;
        if (type == typeof(decimal)) return Decimal;
        if (type == typeof(DateOnly)) return Date;
        if (type == typeof(DateTimeOffset)) return DateTime;
        if (type == typeof(Guid)) return Uuid;
        return type == typeof(object) || type == typeof(JsonElement) ? Any : null;
    }

    private static ScalarType Text<T>(
        string name, string description, Func<string, T> read, Func<T, string> write,
            bool acceptsNumbers = false)
        where T : struct => new(name)
        {
            Description = description,
            Parse = value => value switch
            {
                string text => Read(name, text, read),
                long or double when acceptsNumbers =>
                    Read(name, Convert.ToString(value, CultureInfo.InvariantCulture)!, read),
                _ => throw Wrong(name, value),
            },
            ParseLiteral = (node, _) => node switch
            {
                StringValueNode text => Read(name, text.Value, read),
                LiteralNode { Kind: not NodeKind.EnumValue } number when acceptsNumbers =>
                    Read(name, number.Text, read),
                _ => throw new GraphQLException($"{name} cannot represent value: {Printer.Print(node)}"),
            },
            Write = (buffer, value) => buffer.WriteString(write((T)value)),
        };

    private static object Read<T>(string name, string text, Func<string, T> read)
        where T : struct
    {
        try
        {
            return read(text);
        }
        catch (Exception refused) when (refused is FormatException or OverflowException)
        {
            throw Wrong(name, text);
        }
    }

    private static GraphQLException Wrong(string name, object value) =>
        new($"{name} cannot represent value: {Inspection.Of(value)}");
}

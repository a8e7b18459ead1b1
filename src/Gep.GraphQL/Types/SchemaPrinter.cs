using System.Text;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>A schema as text in the schema definition language, as graphql-js prints it. Spec §3.</summary>
internal static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var parts = new List<string>();
        if (PrintRoots(schema) is { } roots) parts.Add(roots);
        var standard = StandardDirectives.All.Select(directive => directive.Name).ToHashSet();
        parts.AddRange(schema.Directives.Where(d => !standard.Contains(d.Name)).Select(PrintDirective));
        parts.AddRange(schema.Types
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)
                && !StandardScalars.IsStandard(type.Name))
            .Select(PrintType));
        return string.Join("\n\n", parts);
    }

    private static string? PrintRoots(Schema schema)
    {
        (string Keyword, string Usual, ObjectType? Type)[] roots =
        [
            ("query", "Query", schema.QueryType), ("mutation", "Mutation", schema.MutationType),
            ("subscription", "Subscription", schema.SubscriptionType),
        ];
        if (schema.Description is null
            && roots.All(root => root.Type is null || root.Type.Name == root.Usual))
            return null;
        var lines = roots.Where(root => root.Type is not null)
            .Select(root => $"  {root.Keyword}: {root.Type!.Name}");
        return $"{Description(schema.Description)}schema {{\n{string.Join('\n', lines)}\n}}";
    }

    private static string PrintDirective(DirectiveDefinition directive) =>
        $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}"
        + (directive.IsRepeatable ? " repeatable" : "") + " on " + string.Join(" | ", directive.Locations);

    private static string PrintType(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {scalar.Name}" + (scalar.SpecifiedBy is null
            ? ""
            : $" @specifiedBy(url: {Printer.PrintString(scalar.SpecifiedBy)})"),
        FieldsType fields => (fields is ObjectType ? "type " : "interface ") + fields.Name
            + (fields.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", fields.Interfaces))
            + Block(fields.Fields, field => field.Description, field =>
                $"{field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}"
                    + Deprecated(field.DeprecationReason)),
        UnionType union => "union " + union.Name
            + (union.Members.Count == 0 ? "" : " = " + string.Join(" | ", union.Members)),
        EnumType enumeration => $"enum {enumeration.Name}" + Block(enumeration.Values,
            value => value.Description, value => value.Name + Deprecated(value.DeprecationReason)),
        InputObjectType input => $"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")}"
            + Block(input.Fields, field => field.Description, PrintInput),
        _ => throw new ArgumentException(type.Name, nameof(type)),
    };

    private static string Block<T>(IReadOnlyList<T> items, Func<T, string?> describe, Func<T, string> print)
    {
        if (items.Count == 0) return "";
        var lines = items.Select((item, i) => Description(describe(item), "  ", i == 0) + "  " + print(item));
        return " {\n" + string.Join('\n', lines) + "\n}";
    }

    private static string PrintInput(InputValue input)
    {
        string value = DefaultLiterals.Print(input) is { } literal ? " = " + literal : "";
        return $"{input.Name}: {input.Type}{value}{Deprecated(input.DeprecationReason)}";
    }

    private static string Arguments(IReadOnlyList<InputValue> arguments, string indentation)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description)))
            return $"({string.Join(", ", arguments.Select(PrintInput))})";
        string inner = "  " + indentation;
        var lines = arguments.Select((argument, i) =>
            Description(argument.Description, inner, i == 0) + inner + PrintInput(argument));
        return $"(\n{string.Join('\n', lines)}\n{indentation})";
    }

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        StandardDirectives.NoLongerSupported => " @deprecated",
        _ => $" @deprecated(reason: {Printer.PrintString(reason)})",
    };

    private static string Description(string? text, string indentation = "", bool isFirst = true)
    {
        if (text is null) return "";
        string quoted = BlockText.CanHold(text) ? BlockText.Print(text) : Printer.PrintString(text);
        var lines = new StringBuilder(indentation.Length > 0 && !isFirst ? "\n" : "").Append(indentation);
        return lines.Append(quoted.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n')
            .ToString();
    }
}

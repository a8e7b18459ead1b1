using System.Globalization;
using System.Text;

namespace Gep.GraphQL.Language;

/// <summary>
/// Syntax tree to text, laid out as graphql-js lays it out. Spec §2 (the grammar); Appendix B.
/// </summary>
internal static partial class Printer
{
    /// <summary>Longer lines put each argument on a line of its own.</summary>
    private const int LineMax = 80;

    private const char Delete = '\x7f';
    private const char LastControl = '\x9f';

    public static string Print(Node node) => node switch
    {
        DocumentNode document => Join(document.Definitions, "\n\n"),
        NameNode name => name.Value,
        OperationNode operation => PrintOperation(operation),
        FragmentNode fragment => Described(fragment.Description, Words(
            "fragment", fragment.Name!.Value, "on", Print(fragment.TypeCondition),
            Join(fragment.Directives, " "), Print(fragment.SelectionSet))),
        VariableDefinitionNode variable => Described(variable.Description,
            $"{Print(variable.Variable)}: {Print(variable.Type)}{Default(variable.DefaultValue)}"
            + Wrap(" ", Join(variable.Directives, " "))),
        SelectionSetNode set => Block(set.Selections),
        FieldNode field => PrintField(field),
        ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        FragmentSpreadNode spread => "..." + spread.Name.Value + Wrap(" ", Join(spread.Directives, " ")),
        InlineFragmentNode inline => Words(
            "...", inline.TypeCondition is null ? "" : "on " + Print(inline.TypeCondition),
            Join(inline.Directives, " "), Print(inline.SelectionSet)),
        DirectiveNode directive =>
            "@" + directive.Name.Value + Wrap("(", Join(directive.Arguments, ", "), ")"),
        ValueNode value => PrintValue(value),
        ObjectFieldNode field => $"{field.Name.Value}: {Print(field.Value)}",
        NamedTypeNode named => named.Name.Value,
        WrappedTypeNode { Kind: NodeKind.ListType } list => $"[{Print(list.Inner)}]",
        WrappedTypeNode nonNull => Print(nonNull.Inner) + "!",
        _ => PrintTypeSystem(node),
    };

    public static string PrintString(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= Delete and <= LastControl) =>
                    quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    private static string PrintValue(ValueNode value) => value switch
    {
        VariableNode variable => "$" + variable.Name.Value,
        LiteralNode literal => literal.Text,
        StringValueNode text => text.IsBlock ? BlockText.Print(text.Value) : PrintString(text.Value),
        BooleanNode boolean => boolean.Value ? "true" : "false",
        ListValueNode list => $"[{Join(list.Values, ", ")}]",
        ObjectValueNode input => $"{{{Join(input.Fields, ", ")}}}",
        _ => "null",
    };

    private static string PrintOperation(OperationNode operation)
    {
        string separator = operation.Variables.Any(v => v.Description is not null) ? "\n" : ", ";
        string variables = Join(operation.Variables, separator);
        variables = separator == "\n" ? Wrap("(\n", variables, "\n)") : Wrap("(", variables, ")");
        string keyword = KeywordOf(operation.Operation);
        string head = Words(keyword, operation.Name?.Value + variables, Join(operation.Directives, " "));
        string body = Print(operation.SelectionSet);
        bool isShort = head == "query" && operation.Description is null;
        return isShort ? body : Described(operation.Description, head + " " + body);
    }

    public static string KeywordOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };

    private static string PrintField(FieldNode field)
    {
        string prefix = (field.Alias is null ? "" : field.Alias.Value + ": ") + field.Name.Value;
        string line = prefix + Wrap("(", Join(field.Arguments, ", "), ")");
        if (line.Length > LineMax) line = prefix + Wrap("(\n", Indent(Join(field.Arguments, "\n")), "\n)");
        return line + Wrap(" ", Join(field.Directives, " "))
            + (field.SelectionSet is null ? "" : " " + Print(field.SelectionSet));
    }

    private static string Described(StringValueNode? description, string text) =>
        description is null ? text : PrintValue(description) + "\n" + text;

    private static string Default(ValueNode? value) => value is null ? "" : " = " + PrintValue(value);

    private static string Join(IEnumerable<Node> nodes, string separator) =>
        string.Join(separator, nodes.Select(Print));

    private static string Words(params string[] words) => string.Join(' ', words.Where(w => w.Length > 0));

    private static string Wrap(string start, string text, string end = "") =>
        text.Length == 0 ? "" : start + text + end;

    private static string Block(IReadOnlyList<Node> nodes) =>
        nodes.Count == 0 ? "" : "{\n" + Indent(Join(nodes, "\n")) + "\n}";

    private static string Indent(string text) =>
        text.Length == 0 ? "" : "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}

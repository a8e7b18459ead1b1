using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>Argument values of a field or directive. Spec §6.4.1, CoerceArgumentValues.</summary>
internal static class ArgumentCoercion
{
    public static InputMap Empty { get; } = new();

    public static InputMap Coerce(
        IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> given, InputMap variables,
            SourceText source)
    {
        var arguments = new InputMap();
        foreach (var definition in definitions)
        {
            var node = given.LastOrDefault(argument => argument.Name.Value == definition.Name)?.Value;
            if (node is null || IsMissing(node, variables))
            {
                if (definition.HasDefault) arguments[definition.Name] = definition.DefaultValue;
                else if (definition.Type is NonNullType) throw Missing(definition, node, source);
                continue;
            }
            bool isNull = node is NullNode
                || (node is VariableNode variable && variables[variable.Name.Value] is null);
            if (isNull && definition.Type is NonNullType)
            {
                throw Wrong(node, source,
                    $"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be "
                        + $"null.");
            }
            if (!LiteralCoercion.TryCoerce(node, definition.Type, variables, out object? value))
                throw Wrong(node, source,
                    $"Argument \"{definition.Name}\" has invalid value {Printer.Print(node)}.");
            arguments[definition.Name] = value;
        }
        return arguments;
    }

    private static bool IsMissing(ValueNode node, InputMap variables) =>
        node is VariableNode variable && !variables.ContainsKey(variable.Name.Value);

    private static GraphQLException Missing(InputValue definition, ValueNode? node, SourceText source) =>
        node is null
        ? new GraphQLException(
            $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.")
        : Wrong(node, source,
            $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the "
            + $"variable \"{Printer.Print(node)}\" which was not provided a runtime value.");

    private static GraphQLException Wrong(ValueNode node, SourceText source, string message) =>
        new(GraphQLError.At(message, source, node));
}

using System.Globalization;
using System.Text;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;
using Gep.GraphQL.Validation;

namespace Gep.GraphQL.Execution;

/// <summary>Variable values of a request. Spec §6.1.2, CoerceVariableValues.</summary>
internal sealed class VariableCoercion
{
    private const int ErrorsMax = 50;

    private readonly List<GraphQLError> _errors = [];
    private readonly List<object> _path = [];
    private readonly DocumentNode _document;
    private VariableDefinitionNode _current = null!;
    private bool _isFull;

    private VariableCoercion(DocumentNode document) => _document = document;

    /// <summary>Coerced values, or all errors.</summary>
    public static (InputMap Values, IReadOnlyList<GraphQLError> Errors) Coerce(
        Schema schema, DocumentNode document, OperationNode operation, IReadOnlyDictionary<string,
            object?>? given)
    {
        if (operation.Variables.Count == 0) return (ArgumentCoercion.Empty, []);
        var coercion = new VariableCoercion(document);
        var values = new InputMap();
        foreach (var definition in operation.Variables)
        {
            string name = definition.Variable.Name.Value;
            if (TypePlace.TypeOf(schema, definition.Type) is not { IsInput: true } type) continue;
            coercion._current = definition;
            if (given is null || !given.TryGetValue(name, out object? value))
            {
                if (definition.DefaultValue is { } literal)
                {
                    if (LiteralCoercion.TryCoerce(literal, type, null, out object? preset)) values[name] =
                        preset;
                }
                else if (type is NonNullType)
                {
                    coercion.Report($"Variable \"${name}\" of required type \"{type}\" was not provided.");
                }
                continue;
            }
            if (value is null && type is NonNullType)
                coercion.Report($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
            else
                values[name] = coercion.Value(value, type);
        }
        return (values, coercion._errors);
    }

    private void Report(string message)
    {
        if (_isFull) return;
        _isFull = _errors.Count >= ErrorsMax;
        _errors.Add(_isFull
            ? new GraphQLError
            {
                Message = "Too many errors processing variables, error limit reached. Execution aborted.",
            }
            : GraphQLError.At(message, _document.Source, _current));
    }

    private object? Wrong(object? value, string message)
    {
        var text = new StringBuilder($"Variable \"${_current.Variable.Name.Value}\" got invalid value ")
            .Append(Inspection.Of(value));
        if (_path.Count > 0)
        {
            text.Append(" at \"").Append(_current.Variable.Name.Value);
            foreach (object step in _path)
                _ = step is int i ? text.Append(CultureInfo.InvariantCulture, $"[{i}]") : text.Append('.')
                    .Append(step);
            text.Append('"');
        }
        Report(text.Append("; ").Append(message).ToString());
        return null;
    }

    /// <summary>Depth is bounded by the JSON reader.</summary>
    private object? Value(object? value, GraphQLType type)
    {
        if (_isFull) return null;
        if (type is NonNullType nonNull)
        {
            return value is null
                ? Wrong(value, $"Expected non-nullable type \"{type}\" not to be null.")
                : Value(value, nonNull.Inner);
        }
        if (value is null) return null;
        return type switch
        {
            ListType list => List(value, list),
            InputObjectType input => Object(value, input),
            EnumType enumeration => Enum(value, enumeration),
            ScalarType scalar => Scalar(value, scalar),
            _ => null,
        };
    }

    private object?[] List(object value, ListType type)
    {
        if (value is not object?[] items) return [Value(value, type.Item)];
        object?[] coerced = new object?[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            _path.Add(i);
            coerced[i] = Value(items[i], type.Item);
            _path.RemoveAt(_path.Count - 1);
        }
        return coerced;
    }

    private object? Object(object value, InputObjectType type)
    {
        if (value is not InputMap map) return Wrong(value, $"Expected type \"{type}\" to be an object.");
        var coerced = new InputMap();
        foreach (var field in type.Fields)
        {
            if (!map.TryGetValue(field.Name, out object? given))
            {
                if (field.HasDefault) coerced[field.Name] = field.DefaultValue;
                else if (field.Type is NonNullType)
                    Wrong(value,
                        $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
                continue;
            }
            _path.Add(field.Name);
            coerced[field.Name] = Value(given, field.Type);
            _path.RemoveAt(_path.Count - 1);
        }
        foreach (string name in map.Keys.Where(name => type.FindField(name) is null))
        {
            Wrong(value, $"Field \"{name}\" is not defined by type \"{type}\"."
                + Suggestions.DidYouMean(Suggestions.Near(name, type.Fields.Select(field => field.Name))));
        }
        if (!type.IsOneOf) return coerced;
        if (coerced.Count != 1)
            return Wrong(value, $"Exactly one key must be specified for OneOf type \"{type}\".");
        var (key, only) = coerced.First();
        if (only is not null) return coerced;
        _path.Add(key);
        Wrong(only, $"Field \"{key}\" must be non-null.");
        _path.RemoveAt(_path.Count - 1);
        return null;
    }

    private object? Enum(object value, EnumType type)
    {
        if (value is not string name)
            return Wrong(value, $"Enum \"{type}\" cannot represent non-string value: {Inspection.Of(value)}."
                + Near(Inspection.Of(value), type));
        return type.FindByName(name)?.Value
            ?? Wrong(value, $"Value \"{name}\" does not exist in \"{type}\" enum." + Near(name, type));
    }

    private static string Near(string name, EnumType type) => Suggestions.DidYouMean(
        Suggestions.Near(name, type.Values.Select(value => value.Name)), "the enum value");

    private object? Scalar(object value, ScalarType type)
    {
        try
        {
            return type.Parse(value);
        }
        catch (GraphQLException refused)
        {
            return Wrong(value, refused.Message);
        }
        catch (Exception refused) when (refused is FormatException or OverflowException or ArgumentException)
        {
            return Wrong(value, $"Expected type \"{type}\". {refused.Message}");
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Tests.Documents;

/// <summary>
/// Random documents that a schema can mostly execute: fragments, aliases, variables, directives.
/// </summary>
internal sealed class DocumentGenerator(Schema schema, int seed)
{
    private const int DepthMax = 5;

    private readonly Random _random = new(seed);
    private readonly List<string> _fragments = [];
    private readonly List<string> _variables = [];
    private JsonObject _values = [];
    private bool _usesVariables;

    public (string Document, JsonObject Variables) Next()
    {
        _fragments.Clear();
        _variables.Clear();
        _values = [];
        _usesVariables = true;
        var roots =
            new List<(string, ObjectType)> { ("query", schema.QueryType!), ("query", schema.QueryType!) };
        if (schema.MutationType is not null) roots.Add(("mutation", schema.MutationType));
        var (keyword, root) = roots[_random.Next(roots.Count)];
        string body = Selections(root, 0, false);
        string variables = _variables.Count == 0 ? "" : $"({string.Join(", ", _variables)})";
        string head = keyword == "query" && variables.Length == 0 && Chance(2) ? ""
            : $"{keyword} Q{variables}{Directive("QUERY")} ";
        if (keyword == "mutation") head = $"mutation M{variables} ";
        return (head + body + string.Concat(_fragments), _values);
    }

    private bool Chance(int in_) => _random.Next(in_) == 0;

    private string Directive(string location)
    {
        if (!Chance(8)) return "";
        if (location == "QUERY") return schema.FindDirective("trace") is null ? "" : " @trace(level: HIGH)";
        string condition = Chance(2) ? (Chance(3) ? "false" : "true")
            : Variable("Boolean!", Chance(2) ? "true" : "false");
        return Chance(2) ? $" @skip(if: {condition})" : $" @include(if: {condition})";
    }

    private string Variable(string type, string json, string? preset = null)
    {
        if (!_usesVariables) return preset ?? (json == "null" ? "null" : json);
        string name = "v" + _variables.Count.ToString(CultureInfo.InvariantCulture);
        _variables.Add($"${name}: {type}{(preset is null ? "" : " = " + preset)}");
        if (preset is null || Chance(2)) _values[name] = JsonNode.Parse(json);
        return "$" + name;
    }

    private string Selections(CompositeType type, int depth, bool isShared)
    {
        var text = new StringBuilder("{ ");
        int count = 1 + _random.Next(4);
        for (int i = 0; i < count; i++) text.Append(Selection(type, depth, isShared)).Append(' ');
        return text.Append('}').ToString();
    }

    private string Selection(CompositeType type, int depth, bool isShared)
    {
        if (Chance(12)) return Alias() + "__typename";
        if (type is not FieldsType || Chance(6))
        {
            var targets = schema.Types.OfType<CompositeType>()
                .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && schema.Overlap(t, type))
                    .ToList();
            var target = targets[_random.Next(targets.Count)];
            if (depth >= DepthMax) return "__typename";
            if (Chance(3) && !isShared) return Fragment(target, depth);
            string on = target == type && Chance(2) ? "" : $" on {target.Name}";
            return $"...{on}{Directive("INLINE_FRAGMENT")} {Selections(target, depth + 1, isShared)}";
        }
        var fields = ((FieldsType)type).Fields;
        var field = fields[_random.Next(fields.Count)];
        if (depth >= DepthMax) field = fields.FirstOrDefault(f => f.Type.Named is not CompositeType) ?? field;
        if (depth >= DepthMax && field.Type.Named is CompositeType) return "__typename";
        string below = field.Type.Named is CompositeType next ? " " + Selections(next, depth + 1, isShared)
            : "";
        return Alias() + field.Name + Arguments(field.Arguments) + Directive("FIELD") + below;
    }

    private string Fragment(CompositeType type, int depth)
    {
        string name = "F" + _fragments.Count.ToString(CultureInfo.InvariantCulture);
        _fragments.Add("");
        int place = _fragments.Count - 1;
        _fragments[place] = $" fragment {name} on {type.Name} {Selections(type, depth + 1, true)}";
        return "..." + name;
    }

    private string Alias() => Chance(3) ? $"a{_random.Next(40).ToString(CultureInfo.InvariantCulture)}: "
        : "";

    private string Arguments(IReadOnlyList<InputValue> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired || Chance(2))
            .Select(argument => $"{argument.Name}: {Value(argument.Type, 0, argument.HasDefault)}").ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Value(GraphQLType type, int depth, bool hasDefault)
    {
        if (Chance(5) && depth == 0)
        {
            bool before = _usesVariables;
            _usesVariables = false;
            string literal = Literal(type, depth + 1);
            string json = ToJson(literal);
            _usesVariables = before;
            string declared = hasDefault && type is NonNullType nonNull && Chance(2)
                ? nonNull.Inner.ToString()! : type.ToString()!;
            return Variable(declared, json, Chance(3) && type is not NonNullType ? literal : null);
        }
        return Literal(type, depth);
    }

    private string Literal(GraphQLType type, int depth)
    {
        if (type is NonNullType nonNull) return Literal(nonNull.Inner, depth);
        if (Chance(10)) return "null";
        switch (type)
        {
            case ListType list:
                if (Chance(5)) return Literal(new NonNullType(list.Item.Nullable), depth + 1);
                var items = Enumerable.Range(0, _random.Next(3)).Select(_ => Literal(list.Item, depth + 1));
                return $"[{string.Join(", ", items)}]";
            case EnumType enumeration:
                return enumeration.Values[_random.Next(enumeration.Values.Count)].Name;
            case InputObjectType { IsOneOf: true } choice:
                var only = choice.Fields[_random.Next(choice.Fields.Count)];
                return $"{{{only.Name}: {Literal(new NonNullType(only.Type), depth + 1)}}}";
            case InputObjectType input:
                var fields = input.Fields.Where(f => f.IsRequired || (depth < 3 && Chance(3)))
                    .Select(f => $"{f.Name}: {Literal(f.Type, depth + 1)}");
                return $"{{{string.Join(", ", fields)}}}";
            default:
                return Scalar(type.Named.Name);
        }
    }

    private string Scalar(string name)
    {
        int number = _random.Next(-20, 400);
        string text = number.ToString(CultureInfo.InvariantCulture);
        return name switch
        {
            "Int" => text,
            "Float" => Chance(3) ? text : (number / 8.0).ToString("0.0##", CultureInfo.InvariantCulture),
            "Boolean" => number % 2 == 0 ? "true" : "false",
            "ID" => Chance(3) ? text : $"\"id{text}\"",
            _ => $"\"s{text}\"",
        };
    }

    /// <summary>
    /// Literals of this generator differ from JSON in names of fields and of enum values only.
    /// </summary>
    private static string ToJson(string literal) =>
        System.Text.RegularExpressions.Regex.Replace(literal, "\"[^\"]*\"|[A-Za-z_]+", match =>
            match.Value[0] == '"' || match.Value is "true" or "false" or "null" ? match.Value
                : $"\"{match.Value}\"");
}

using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>A scalar: how it is read from JSON and from a literal, and written. Spec §3.5.</summary>
internal sealed class ScalarType(string name) : NamedType(name)
{
    /// <summary>A page that says what the scalar means. Spec §3.5.1.</summary>
    public string? SpecifiedBy { get; set; }

    /// <summary>
    /// From a value of a JSON document; throws <see cref="GraphQLException"/> on a wrong one.
    /// </summary>
    public Func<object, object?> Parse { get; init; } = static value => value;

    /// <summary>From a literal; throws on a wrong one. The default reads any literal as JSON would.</summary>
    public Func<ValueNode, IReadOnlyDictionary<string, object?>?, object?>? ParseLiteral { get; init; }

    /// <summary>Writes a resolver's value; throws on a value that the scalar cannot hold.</summary>
    public Action<JsonBuffer, object> Write { get; init; } = static (buffer, value) => buffer.WriteAny(value);
}

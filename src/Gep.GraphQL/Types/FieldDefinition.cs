using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>A field of an object or interface type. Spec §3.6.</summary>
internal sealed class FieldDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    public FieldDefinitionNode? Syntax { get; init; }

    /// <summary>How its value is found.</summary>
    public FieldResolver Resolver { get; set; } = FieldResolver.FromDictionary;

    /// <summary>Price of one call, before its selections. See Execution/QueryCost.cs.</summary>
    public double Cost { get; set; }

    /// <summary>Argument names that say how many items a list will have; empty for none.</summary>
    public IReadOnlyList<string> SizeArguments { get; set; } = [];

    /// <summary>Items that a list has where no argument says so.</summary>
    public int AssumedSize { get; set; }

    public InputValue? FindArgument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name) return argument;
        }
        return null;
    }
}

/// <summary>An argument or a field of an input object. Spec §3.6.1 and §3.10.</summary>
internal sealed class InputValue(string name, GraphQLType type)
{
    private (bool IsSet, object? Value)? _default;

    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public InputValueNode? Syntax { get; init; }

    /// <summary>The default as written.</summary>
    public ValueNode? DefaultLiteral { get; init; }

    public bool IsRequired => Type is NonNullType && !HasDefault;

    /// <summary>Whether there is a default that its type accepts.</summary>
    public bool HasDefault => Default.IsSet;

    public object? DefaultValue => Default.Value;

    /// <summary>
    /// From a coerced value to the class that a resolver wants; null where it wants the value itself.
    /// </summary>
    public Func<object?, object?>? Bind { get; init; }

    private (bool IsSet, object? Value) Default => _default ??= ReadDefault();

    private (bool IsSet, object? Value) ReadDefault()
    {
        if (DefaultLiteral is null) return (false, null);
        return LiteralCoercion.TryCoerce(DefaultLiteral, Type, null, out object? value) ? (true, value)
            : (false, null);
    }
}

/// <summary>A directive that a schema knows. Spec §3.13.</summary>
internal sealed class DirectiveDefinition(string name, IReadOnlyList<string> locations)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Locations { get; } = locations;

    public string? Description { get; init; }

    public bool IsRepeatable { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    public DirectiveDefinitionNode? Syntax { get; init; }
}

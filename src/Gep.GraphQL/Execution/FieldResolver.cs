using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// How the value of a field is found: at once, later, for many objects together, or as a stream.
/// </summary>
/// <remarks>Spec §6.4.2 (ResolveFieldValue) and §6.2.3 (source streams).</remarks>
internal sealed class FieldResolver
{
    public delegate object? AtOnce(object? source, FieldContext field);

    public delegate ValueTask<object?> Later(object? source, FieldContext field);

    /// <summary>
    /// One result for each source, in their order; an exception as a result is that field's error.
    /// </summary>
    public delegate ValueTask<IReadOnlyList<object?>> Together(IReadOnlyList<object?> sources,
        FieldContext field);

    public delegate IAsyncEnumerable<object?> Stream(object? source, FieldContext field);

    /// <summary>Reads a map by the field's name; anything else has no fields.</summary>
    public static FieldResolver FromDictionary { get; } = new()
    {
        Sync = static (source, field) => source is IReadOnlyDictionary<string, object?> map
            && map.TryGetValue(field.FieldName, out object? value) ? value : null,
    };

    public AtOnce? Sync { get; init; }

    public Later? Async { get; init; }

    public Together? Batch { get; init; }

    public Stream? Subscribe { get; init; }

    /// <summary>
    /// Writes a property that is never null straight into the response; null where that is not possible.
    /// </summary>
    public Action<object, JsonBuffer>? WriteLeaf { get; init; }

    public bool IsSync => Sync is not null;
}

/// <summary>What a resolver may ask about its place in an operation. Spec §6.4.2.</summary>
public sealed class FieldContext
{
    internal FieldContext(ExecutionScope scope, FieldPlan plan, InputMap arguments, object?[] bound)
    {
        Scope = scope;
        Plan = plan;
        Arguments = arguments;
        Bound = bound;
    }

    /// <summary>Coerced arguments by name; those neither given nor defaulted are absent.</summary>
    public InputMap Arguments { get; }

    /// <summary>The field's name in the schema.</summary>
    public string FieldName => Plan.Definition.Name;

    /// <summary>The request's services.</summary>
    public IServiceProvider? Services => Scope.Services;

    /// <summary>Fires when the client is gone or the time is over.</summary>
    public CancellationToken Cancellation => Scope.Cancellation;

    /// <summary>Names of the fields that the client selected below this one.</summary>
    public IReadOnlyCollection<string> SelectedFields => Plan.SelectedNames();

    internal ExecutionScope Scope { get; }

    internal FieldPlan Plan { get; }

    /// <summary>Arguments in the order of a method's parameters.</summary>
    internal object?[] Bound { get; }

    internal GraphQLType FieldType => Plan.Definition.Type;
}

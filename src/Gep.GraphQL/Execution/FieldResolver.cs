
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

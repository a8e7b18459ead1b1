using Gep.GraphQL.Language;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Values on their way into a response that could not be written at once. Spec §6.3.3 and §6.4.3.
/// </summary>
internal abstract class ResultNode
{
    public ResultNode? Above { get; init; }

    /// <summary>Name or index below <see cref="Above"/>.</summary>
    public object? Key { get; init; }

    public List<object> Path()
    {
        var path = new List<object>();
        for (var node = this; node?.Key is not null; node = node.Above) path.Add(node.Key);
        path.Reverse();
        return path;
    }
}

/// <summary>An object whose fields are being found. Spec §6.3.</summary>
internal sealed class ObjectResult(FieldSet set, object? source) : ResultNode
{
    public FieldSet Set { get; } = set;

    public object? Source { get; } = source;

    /// <summary>
    /// One for each field: a node, <see cref="WrittenResult"/>, <see cref="FailedResult"/>, or null.
    /// </summary>
    public object?[] Values { get; } = new object?[set.Fields.Length];
}

/// <summary>A list whose items are being found. Spec §6.4.3.</summary>
internal sealed class ListResult(int count) : ResultNode
{
    public object?[] Items { get; } = new object?[count];
}

/// <summary>A part of the answer that is already JSON, with the errors met inside. Spec §6.4.4.</summary>
internal sealed record WrittenResult(int Start, int Length, List<GraphQLError>? Errors);

/// <summary>A place that has failed, with the errors that say why. Spec §6.4.4.</summary>
internal sealed record FailedResult(List<GraphQLError> Errors);

/// <summary>A value that waits for its field: where it goes, and how. Spec §6.4.2.</summary>
internal readonly record struct PendingField(ObjectResult Owner, int Index)
{
    public FieldPlan Field => Owner.Set.Fields[Index];
}

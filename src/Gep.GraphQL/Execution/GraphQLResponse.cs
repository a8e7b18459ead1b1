using Gep.GraphQL.Language;

namespace Gep.GraphQL.Execution;

/// <summary>A response as JSON in pooled memory; dispose it once it is sent. Spec §7.1.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly JsonBuffer _body;

    internal GraphQLResponse(JsonBuffer body, bool isRequestError, int errorCount)
    {
        _body = body;
        IsRequestError = isRequestError;
        ErrorCount = errorCount;
    }

    /// <summary>Whether nothing was executed, so that there is no data.</summary>
    public bool IsRequestError { get; }

    /// <summary>How many errors it lists.</summary>
    public int ErrorCount { get; }

    /// <summary>The response in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => _body.Written;

    /// <inheritdoc/>
    public void Dispose() => _body.Dispose();

    internal static GraphQLResponse Refused(params IReadOnlyList<GraphQLError> errors) =>
        new(Executor.OfErrors(errors), isRequestError: true, errors.Count);
}

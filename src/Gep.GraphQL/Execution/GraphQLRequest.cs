
namespace Gep.GraphQL.Execution;

/// <summary>A request as every transport gives it. Spec §6.1.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document's text.</summary>
    public required string Query { get; init; }

    /// <summary>Which operation of it; null where there is one only.</summary>
    public string? OperationName { get; init; }

    /// <summary>Values of variables, as JSON gave them.</summary>
    public InputMap? Variables { get; init; }

    /// <summary>Services for resolvers.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Whether mutations are refused, as over GET.</summary>
    public bool IsReadOnly { get; init; }
}

namespace Gep.GraphQL.Language;

/// <summary>One entry of a response's error list. Spec §7.1.2.</summary>
public sealed class GraphQLError
{
    /// <summary>What is wrong, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Where in the document, in document order; empty where no place applies.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Keys (string) and indices (int) from the response's root; null before execution.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>
    /// Further facts for programs, such as a stable <c>code</c>; null where there are none.
    /// </summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The exception behind it, for logs; it is never sent.</summary>
    public Exception? Cause { get; init; }

    internal static GraphQLError At(string message, SourceText source, params ReadOnlySpan<Node> nodes)
    {
        var locations = new SourceLocation[nodes.Length];
        for (int i = 0; i < nodes.Length; i++) locations[i] = source.LocationOf(nodes[i].Start);
        return new GraphQLError { Message = message, Locations = locations };
    }

    internal static GraphQLError WithCode(string message, string code) =>
        new() { Message = message, Extensions = new Dictionary<string, object?> { ["code"] = code } };
}

/// <summary>
/// Thrown by a resolver to put an error with its own text and code into the response, and by the parser
/// for a syntax error. Any other exception of a resolver is reported without its text. Spec §6.4.4.
/// </summary>
public sealed class GraphQLException : Exception
{
    /// <summary>An error without text of its own.</summary>
    public GraphQLException()
        : this("Error")
    {
    }

    /// <summary>An error with a message for the client.</summary>
    public GraphQLException(string message)
        : base(message) => Error = new GraphQLError { Message = message };

    /// <summary>An error with a message for the client and the exception behind it.</summary>
    public GraphQLException(string message, Exception innerException)
        : base(message, innerException) =>
            Error = new GraphQLError { Message = message, Cause = innerException };

    /// <summary>An error with all its facts.</summary>
    public GraphQLException(GraphQLError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message) => Error = error;

    /// <summary>What goes into the response.</summary>
    public GraphQLError Error { get; }
}

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

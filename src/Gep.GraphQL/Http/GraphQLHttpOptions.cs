namespace Gep.GraphQL.Http;

/// <summary>How an endpoint answers. Source: [GRAPHQL-HTTP]. Spec §7.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>
    /// Documents that clients name by the SHA-256 of their text, in hexadecimal; null for none.
    /// </summary>
    public IReadOnlyDictionary<string, string>? PersistedDocuments { get; init; }

    /// <summary>Whether only persisted documents are run.</summary>
    public bool OnlyPersistedDocuments { get; init; }

    /// <summary>
    /// How many documents clients may add by sending text and hash together; zero for none.
    /// </summary>
    public int AutomaticDocuments { get; init; }

    /// <summary>
    /// Folder of npm packages with graphiql, react and react-dom; null for no GraphiQL page.
    /// </summary>
    public string? GraphiQLFolder { get; init; }

    /// <summary>
    /// How often an event stream or WebSocket shows that it lives, and how long a WebSocket's client may take
    /// to answer.
    /// </summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a WebSocket may wait before it introduces itself.</summary>
    public TimeSpan ConnectionInitTime { get; init; } = TimeSpan.FromSeconds(3);
}

namespace Gep.GraphQL.Execution;

/// <summary>
/// What a request may ask for. The defaults let every ordinary client through. Spec Appendix A, §6.
/// </summary>
public sealed record GraphQLLimits
{
    /// <summary>Bytes of a request body that is no upload, after decompression.</summary>
    public int BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of a multipart request with files.</summary>
    public long UploadBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Lexical tokens of a document.</summary>
    public int Tokens { get; init; } = 15_000;

    /// <summary>Nesting of braces and brackets while parsing.</summary>
    public int Nesting { get; init; } = 128;

    /// <summary>Depth of fields, fragments followed.</summary>
    public int Depth { get; init; } = 24;

    /// <summary>Fields of an operation, each fragment counted where it is spread.</summary>
    public int Nodes { get; init; } = 4_000;

    /// <summary>Aliases in a document.</summary>
    public int Aliases { get; init; } = 200;

    /// <summary>Directives in a document.</summary>
    public int Directives { get; init; } = 200;

    /// <summary>Price of an operation, from the actual values of its arguments and variables.</summary>
    public double Cost { get; init; } = 1_000_000;

    /// <summary>
    /// Parts of one field's arguments: input objects, lists and scalars, variables filled in. A custom scalar
    /// is one part.
    /// </summary>
    public int InputParts { get; init; } = 10_000;

    /// <summary>Largest value of a page-size argument.</summary>
    public int PageSize { get; init; } = 5_000;

    /// <summary>Time for one query or mutation.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for a body to arrive.</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Operations of one batched request; zero refuses batches.</summary>
    public int Batch { get; init; }

    /// <summary>Bytes of a response.</summary>
    public long ResponseBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Operations at work at one time on one WebSocket or event stream.</summary>
    public int Subscriptions { get; init; } = 50;

    /// <summary>Documents kept parsed, validated and planned.</summary>
    public int CachedDocuments { get; init; } = 1_000;
}

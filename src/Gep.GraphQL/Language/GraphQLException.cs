namespace Gep.GraphQL.Language;

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

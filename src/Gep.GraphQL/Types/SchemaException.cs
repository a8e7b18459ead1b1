using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>A schema that breaks the rules; every breach is listed. Spec §3.3.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>A schema without a list of breaches.</summary>
    public SchemaException()
        : this([])
    {
    }

    /// <summary>One breach.</summary>
    public SchemaException(string message)
        : this([new GraphQLError { Message = message }])
    {
    }

    /// <summary>One breach and what led to it.</summary>
    public SchemaException(string message, Exception innerException)
        : base(message, innerException) => Errors = [new GraphQLError { Message = message }];

    /// <summary>All breaches, in document order.</summary>
    public SchemaException(IReadOnlyList<GraphQLError> errors)
        : base(string.Join("\n\n", (errors ?? throw new ArgumentNullException(nameof(errors)))
            .Select(e => e.Message))) =>
        Errors = errors;

    /// <summary>All breaches, in document order.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}

using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>One execution of one operation: its variables, services, errors. Spec §6.1.</summary>
internal sealed class ExecutionScope(OperationPlan plan, InputMap variables)
{
    private FieldContext?[] _contexts = new FieldContext?[Math.Max(1, plan.FieldCount)];

    public OperationPlan Plan { get; } = plan;

    public Schema Schema => Plan.Schema;

    public InputMap Variables { get; } = variables;

    public IServiceProvider? Services { get; init; }

    public CancellationToken Cancellation { get; set; }

    /// <summary>When the time is over, in milliseconds of the system's uptime.</summary>
    public long Deadline { get; init; } = long.MaxValue;

    public long ResponseBytesMax { get; init; } = long.MaxValue;

    /// <summary>In the order in which a walk in depth meets them.</summary>
    public List<GraphQLError> Errors { get; set; } = [];

    /// <summary>Called with every exception of a resolver that is not meant for the client.</summary>
    public Action<Exception>? OnException { get; init; }

    /// <summary>Whether texts of unknown exceptions may be shown.</summary>
    public bool ShowsExceptions { get; init; }

    /// <summary>
    /// Arguments follow from variables alone, so that they are coerced once for all parents.
    /// </summary>
    public FieldContext ContextOf(FieldPlan field)
    {
        if (field.Index >= _contexts.Length) Array.Resize(ref _contexts,
            Math.Max(Plan.FieldCount, field.Index + 1));
        return _contexts[field.Index] ??= field.MakeContext(this);
    }

    public GraphQLError ErrorOf(Exception exception, FieldPlan field, IReadOnlyList<object> path)
    {
        if (exception is GraphQLException { Error: var known })
        {
            return new GraphQLError
            {
                Message = known.Message,
                Locations = known.Locations.Count > 0 ? known.Locations : LocationsOf(field),
                Path = path,
                Extensions = known.Extensions,
                Cause = exception,
            };
        }
        OnException?.Invoke(exception);
        return new GraphQLError
        {
            Message = ShowsExceptions ? exception.Message : "Unexpected error while resolving the field.",
            Locations = LocationsOf(field),
            Path = path,
            Cause = exception,
        };
    }

    private SourceLocation[] LocationsOf(FieldPlan field) =>
        [.. field.Nodes.Select(node => Plan.Document.Source.LocationOf(node.Start))];
}

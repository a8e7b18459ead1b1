using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>What a resolver may ask about its place in an operation. Spec §6.4.2.</summary>
public sealed class FieldContext
{
    internal FieldContext(ExecutionScope scope, FieldPlan plan, InputMap arguments, object?[] bound)
    {
        Scope = scope;
        Plan = plan;
        Arguments = arguments;
        Bound = bound;
    }

    /// <summary>Coerced arguments by name; those neither given nor defaulted are absent.</summary>
    public InputMap Arguments { get; }

    /// <summary>The field's name in the schema.</summary>
    public string FieldName => Plan.Definition.Name;

    /// <summary>The request's services.</summary>
    public IServiceProvider? Services => Scope.Services;

    /// <summary>Fires when the client is gone or the time is over.</summary>
    public CancellationToken Cancellation => Scope.Cancellation;

    /// <summary>Names of the fields that the client selected below this one.</summary>
    public IReadOnlyCollection<string> SelectedFields => Plan.SelectedNames();

    internal ExecutionScope Scope { get; }

    internal FieldPlan Plan { get; }

    /// <summary>Arguments in the order of a method's parameters.</summary>
    internal object?[] Bound { get; }

    internal GraphQLType FieldType => Plan.Definition.Type;
}

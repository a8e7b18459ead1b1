using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>Runs requests against a schema within limits, and measures each. Spec §6.</summary>
public sealed class GraphQLEngine : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Telemetry = "Gep.GraphQL";

    private readonly DocumentCache _documents;
    private readonly Func<string, PreparedDocument> _prepare;
    private readonly ActivitySource _activities = new(Telemetry);
    private readonly Histogram<double> _durations;
    private readonly Counter<long> _requests;

    /// <summary>An engine; one serves all requests of a schema.</summary>
    public GraphQLEngine(Schema schema, GraphQLLimits? limits = null)
    {
        Schema = schema ?? throw new ArgumentNullException(nameof(schema));
        Limits = limits ?? new GraphQLLimits();
        _documents = new DocumentCache(Limits.CachedDocuments);
        _prepare = text => new PreparedDocument(Schema, text, Limits, HidesSuggestions);
        _durations =
            Meter.CreateHistogram<double>("graphql.operation.duration", "s", "Time of an operation.");
        _requests = Meter.CreateCounter<long>("graphql.operations", null, "Operations by kind and outcome.");
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The limits.</summary>
    public GraphQLLimits Limits { get; }

    /// <summary>Called with every unexpected exception of a resolver.</summary>
    public Action<Exception>? OnException { get; init; }

    /// <summary>Whether clients see texts of unexpected exceptions; never in production.</summary>
    public bool ShowsExceptions { get; init; }

    /// <summary>Whether error messages leave out names that the client did not send.</summary>
    public bool HidesSuggestions { get; init; }

    /// <summary>Where this engine counts and times its operations.</summary>
    internal Meter Meter { get; } = new(Telemetry);

    /// <summary>Runs a query or mutation; a subscription gives an error here.</summary>
    public async ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = Stopwatch.GetTimestamp();
        using var activity = _activities.StartActivity("graphql.operation", ActivityKind.Server);
        OperationKind? kind = null;
        GraphQLResponse response;
        CancellationTokenSource? time = null;
        try
        {
            var scope = Prepare(request, cancellation);
            if (!scope.Plan.Root.IsSync)
            {
                time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                time.CancelAfter(Limits.Time);
                scope.Cancellation = time.Token;
            }
            kind = scope.Plan.Operation.Operation;
            if (kind == OperationKind.Subscription)
                throw new GraphQLException("Subscriptions need an event stream or a WebSocket.");
            activity?.SetTag("graphql.operation.type", Printer.KeywordOf(kind.Value));
            activity?.SetTag("graphql.operation.name", scope.Plan.Operation.Name?.Value);
            var body = await Executor.RunAsync(scope, rootValue: null).ConfigureAwait(false);
            response = new GraphQLResponse(body, isRequestError: false, scope.Errors.Count);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            response = GraphQLResponse.Refused(GraphQLError.WithCode(
                $"The operation took longer than {Limits.Time.TotalSeconds} s.", "TIMEOUT"));
        }
        catch (Exception refused) when (AsRefusal(refused) is not null)
        {
            response = AsRefusal(refused)!;
        }
        finally
        {
            time?.Dispose();
        }
        Measure(kind, response, started, activity);
        return response;
    }

    /// <summary>
    /// Starts a subscription: its responses one by one, or one response with what is wrong. Spec §6.2.3.
    /// </summary>
    public async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(
        GraphQLRequest request,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = Stopwatch.GetTimestamp();
        ExecutionScope? scope = null;
        GraphQLResponse? refusal = null;
        try
        {
            scope = Prepare(request, cancellation);
        }
        catch (Exception refused) when (AsRefusal(refused) is not null)
        {
            refusal = AsRefusal(refused);
        }
        if (refusal is not null || scope is null)
        {
            Measure(kind: null, refusal!, started, activity: null);
            yield return refusal!;
            yield break;
        }
        if (scope.Plan.Operation.Operation != OperationKind.Subscription)
        {
            yield return await ExecuteAsync(request, cancellation).ConfigureAwait(false);
            yield break;
        }
        await foreach (var response in SubscriptionStream.RunAsync(scope, cancellation).ConfigureAwait(false))
        {
            Measure(OperationKind.Subscription, response, started: null, activity: null);
            yield return response;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activities.Dispose();
        Meter.Dispose();
    }

    /// <summary>
    /// Whether the text's operation is a mutation or subscription; null where that cannot be said.
    /// </summary>
    internal OperationKind? KindOf(GraphQLRequest request)
    {
        try
        {
            var document = Find(request.Query);
            return document.Errors.Count > 0 ? null : document.FindOperation(request.OperationName).Operation;
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    private PreparedDocument Find(string text) =>
        _documents.Get(text, _prepare);

    private ExecutionScope Prepare(GraphQLRequest request, CancellationToken cancellation)
    {
        var document = Find(request.Query);
        if (document.Errors.Count > 0) throw new RequestRefusedException(document.Errors);
        var operation = document.FindOperation(request.OperationName);
        if (request.IsReadOnly && operation.Operation == OperationKind.Mutation)
            throw new GraphQLException(GraphQLError.WithCode("Mutations are sent by POST.", "METHOD"));
        var (variables, errors) =
            VariableCoercion.Coerce(Schema, document.Document!, operation, request.Variables);
        if (errors.Count > 0) throw new RequestRefusedException(errors);
        var scope = new ExecutionScope(document.PlanOf(operation, variables), variables)
        {
            Services = request.Services,
            Cancellation = cancellation,
            Deadline = Environment.TickCount64 + (long)Limits.Time.TotalMilliseconds,
            ResponseBytesMax = Limits.ResponseBytes,
            OnException = OnException,
            ShowsExceptions = ShowsExceptions,
        };
        if (scope.Plan.IsKnownToBeCheap) return scope;
        new QueryCost(scope, Limits).Check();
        if (operation.Variables.Count == 0) scope.Plan.IsKnownToBeCheap = true;
        return scope;
    }

    private static GraphQLResponse? AsRefusal(Exception exception) => exception switch
    {
        RequestRefusedException refused => GraphQLResponse.Refused([.. refused.Errors]),
        GraphQLException refused => GraphQLResponse.Refused(refused.Error),
        ResponseTooLargeException or InsufficientExecutionStackException =>
            GraphQLResponse.Refused(GraphQLError.WithCode(exception.Message, "TOO_LARGE")),
        _ => null,
    };

    /// <summary>Events of a subscription are counted only: most of their time is waiting.</summary>
    private void Measure(OperationKind? kind, GraphQLResponse response, long? started, Activity? activity)
    {
        if (!_durations.Enabled && !_requests.Enabled && activity is null) return;
        var tags = new TagList
        {
            { "graphql.operation.type", kind is { } known ? Printer.KeywordOf(known) : "none" },
            { "outcome", response.IsRequestError ? "refused" : response.ErrorCount > 0 ? "errors" : "ok" },
        };
        if (started is { } begun) _durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
        _requests.Add(1, tags);
        if (response.ErrorCount > 0) activity?.SetStatus(ActivityStatusCode.Error);
    }
}

/// <summary>Ends a request before it runs, with all reasons. Spec §7.1.1.</summary>
internal sealed class RequestRefusedException(IReadOnlyList<GraphQLError> errors)
    : Exception("The request was refused.")
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}

using System.Runtime.CompilerServices;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Execution;

/// <summary>A source stream turned into a stream of responses. Spec §6.2.3.1 and §6.2.3.2.</summary>
internal static class SubscriptionStream
{
    public static async IAsyncEnumerable<GraphQLResponse> RunAsync(
        ExecutionScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var field = scope.Plan.Root.Fields[0];
        var (events, refusal) = Open(scope, field);
        if (events is null)
        {
            yield return refusal!;
            yield break;
        }
        await using var enumerator = events.GetAsyncEnumerator(cancellation);
        while (true)
        {
            GraphQLResponse? failure = null;
            try
            {
                if (!await enumerator.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (Exception exception) when (DirectWriter.IsFieldError(exception))
            {
                failure = Failed(scope, field, exception);
            }
            if (failure is not null)
            {
                yield return failure;
                yield break;
            }
            var one = new ExecutionScope(scope.Plan, scope.Variables)
            {
                Services = scope.Services, Cancellation = cancellation,
                ResponseBytesMax = scope.ResponseBytesMax,
                OnException = scope.OnException, ShowsExceptions = scope.ShowsExceptions,
            };
            var body = await Executor.RunAsync(one, enumerator.Current).ConfigureAwait(false);
            yield return new GraphQLResponse(body, isRequestError: false, one.Errors.Count);
        }
    }

    private static (IAsyncEnumerable<object?>? Events, GraphQLResponse? Refusal) Open(
        ExecutionScope scope, FieldPlan field)
    {
        if (field.Resolver.Subscribe is not { } subscribe)
            return (null,
                GraphQLResponse.Refused(new GraphQLError { Message = "The field has no event stream." }));
        try
        {
            return (subscribe(null, scope.ContextOf(field)), null);
        }
        catch (Exception exception) when (DirectWriter.IsFieldError(exception))
        {
            return (null, Failed(scope, field, exception));
        }
    }

    private static GraphQLResponse Failed(ExecutionScope scope, FieldPlan field, Exception exception) =>
        GraphQLResponse.Refused(scope.ErrorOf(exception, field, [field.ResponseName]));
}

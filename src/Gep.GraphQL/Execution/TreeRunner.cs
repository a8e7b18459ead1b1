using System.Collections;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Runs operations that wait: breadth first, so that all objects of one level reach a batch loader together.
/// What waits for nothing is written at once by a <see cref="DirectWriter"/>. Spec §6.2, §6.3.3, §6.4.
/// </summary>
internal sealed class TreeRunner(ExecutionScope scope) : IDisposable
{
    private readonly JsonBuffer _written = new();
    private List<ObjectResult> _level = [];
    private List<ObjectResult> _next = [];

    public void Dispose() => _written.Dispose();

    /// <summary>The whole operation into the buffer; false where the data as a whole is null.</summary>
    public async ValueTask<bool> RunAsync(object? rootValue, JsonBuffer buffer)
    {
        var plan = scope.Plan;
        if (plan.Operation.Operation != OperationKind.Mutation)
        {
            var root = new ObjectResult(plan.Root, rootValue);
            await RunLevelsAsync(root).ConfigureAwait(false);
            return new ResultWriter(scope, _written, buffer).WriteObject(root);
        }
        var whole = new ObjectResult(plan.Root, rootValue);
        for (int i = 0; i < plan.Root.Fields.Length; i++)
        {
            var one = new ObjectResult(new FieldSet([plan.Root.Fields[i]]), rootValue);
            await RunLevelsAsync(one).ConfigureAwait(false);
            whole.Values[i] = one.Values[0];
        }
        return new ResultWriter(scope, _written, buffer).WriteObject(whole);
    }

    private async ValueTask RunLevelsAsync(ObjectResult root)
    {
        _level = [root];
        while (_level.Count > 0)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            _next = [];
            await RunLevelAsync().ConfigureAwait(false);
            _level = _next;
        }
    }

    private async ValueTask RunLevelAsync()
    {
        var waiting = new List<(PendingField Place, Task<object?> Task)>();
        var batches = new List<(FieldPlan Field, List<PendingField> Places)>();
        foreach (var node in _level)
        {
            for (int i = 0; i < node.Set.Fields.Length; i++) Start(new PendingField(node, i), waiting,
                batches);
        }
        var loads = batches.Select(batch => LoadAsync(batch.Field, batch.Places)).ToList();
        foreach (var (place, task) in waiting)
        {
            object? value = await task.ConfigureAwait(false);
            place.Owner.Values[place.Index] = Complete(place.Field, place.Owner, value);
        }
        for (int i = 0; i < loads.Count; i++)
        {
            var results = await loads[i].ConfigureAwait(false);
            for (int j = 0; j < results.Count; j++)
            {
                var place = batches[i].Places[j];
                place.Owner.Values[place.Index] = Complete(place.Field, place.Owner, results[j]);
            }
        }
    }

    private void Start(
        PendingField place, List<(PendingField Place, Task<object?> Task)> waiting,
        List<(FieldPlan Field, List<PendingField> Places)> batches)
    {
        var field = place.Field;
        if (field.Resolver.Batch is not null)
        {
            int known = batches.FindIndex(batch => batch.Field == field);
            if (known >= 0) batches[known].Places.Add(place);
            else batches.Add((field, [place]));
        }
        else if (field.Resolver.Async is not null)
        {
            waiting.Add((place, ResolveAsync(field, place.Owner.Source)));
        }
        else
        {
            place.Owner.Values[place.Index] = field.IsSync
                ? WriteNow(field, place.Owner, writer => writer.WriteField(field, place.Owner.Source))
                : Complete(field, place.Owner, Resolve(field, place.Owner.Source));
        }
    }

    private object? Resolve(FieldPlan field, object? source)
    {
        try
        {
            return field.Resolver.Sync!(source, scope.ContextOf(field));
        }
        catch (Exception exception) when (DirectWriter.IsFieldError(exception))
        {
            return exception;
        }
    }

    private async Task<object?> ResolveAsync(FieldPlan field, object? source)
    {
        try
        {
            return await field.Resolver.Async!(source, scope.ContextOf(field)).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFieldError(exception))
        {
            return exception;
        }
    }

    private async Task<IReadOnlyList<object?>> LoadAsync(FieldPlan field, List<PendingField> places)
    {
        object?[] sources = [.. places.Select(place => place.Owner.Source)];
        try
        {
            var results = await field.Resolver.Batch!(sources, scope.ContextOf(field)).ConfigureAwait(false);
            return results.Count == sources.Length
                ? results
                : throw new InvalidOperationException(
                    $"{field.Parent}.{field.Definition.Name} gave {results.Count} results for "
                        + $"{sources.Length} sources.");
        }
        catch (Exception exception) when (IsFieldError(exception))
        {
            return [.. sources.Select(_ => exception)];
        }
    }

    /// <summary>
    /// A resolver that was cancelled on its own is an error of its field; the request's end is not.
    /// </summary>
    private bool IsFieldError(Exception exception) => DirectWriter.IsFieldError(exception)
        || (exception is OperationCanceledException && !scope.Cancellation.IsCancellationRequested);

    private object WriteNow(FieldPlan field, ObjectResult owner, Func<DirectWriter, bool> write)
    {
        var outer = scope.Errors;
        scope.Errors = [];
        int start = _written.Length;
        var writer = new DirectWriter(scope, _written) { BasePath = owner.Path };
        bool isKept;
        try
        {
            isKept = writer.WriteAtRoot(field, write);
        }
        finally
        {
            (outer, scope.Errors) = (scope.Errors, outer);
        }
        if (!isKept)
        {
            _written.Length = start;
            return new FailedResult(outer);
        }
        return new WrittenResult(start, _written.Length - start, outer.Count == 0 ? null : outer);
    }

    private object? Complete(FieldPlan field, ObjectResult owner, object? value)
    {
        if (field.NamedType is not CompositeType || field.IsSyncBelow)
            return WriteNow(field, owner, writer => writer.WriteResolvedValue(field, value));
        return Complete(field, field.Definition.Type, owner, field.ResponseName, value);
    }

    private object? Complete(FieldPlan field, GraphQLType type, ResultNode above, object key, object? value)
    {
        if (value is Exception exception) return Fail(field, above, key, exception);
        if (value is null)
            return type is NonNullType ? Fail(field, above, key, CompletionErrors.NullForNonNull(field))
                : null;
        if (type.Nullable is not ListType list)
        {
            var composite = (CompositeType)type.Nullable;
            if (!CompletionErrors.TryResolveType(scope.Schema, field, composite, value, out var found))
                return Fail(field, above, key, found.Error!);
            var node = new ObjectResult(field.SelectionFor(found.Type!), value) { Above = above, Key = key };
            _next.Add(node);
            return node;
        }
        if (value is string or not IEnumerable) return Fail(field, above, key,
            CompletionErrors.NoList(field));
        object?[] items = [.. ((IEnumerable)value).Cast<object?>()];
        var result = new ListResult(items.Length) { Above = above, Key = key };
        for (int i = 0; i < items.Length; i++) result.Items[i] =
            Complete(field, list.Item, result, i, items[i]);
        return result;
    }

    private FailedResult Fail(FieldPlan field, ResultNode above, object key, Exception exception) =>
        new([scope.ErrorOf(exception, field, [.. above.Path(), key])]);
}

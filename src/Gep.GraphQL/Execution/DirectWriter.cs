using System.Collections;
using System.Runtime.CompilerServices;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// Runs selections that wait for nothing and writes them straight into the response. Where null moves up, the
/// response is cut back to where the nullable place began. Spec §6.3.3, §6.4.3 (CompleteValue), §6.4.4
/// (errors).
/// </summary>
internal sealed class DirectWriter(ExecutionScope scope, JsonBuffer buffer)
{
    private const int FirstDepth = 8;

    /// <summary>The clock is read once in so many objects; a mask of ones.</summary>
    private const int ObjectsPerCheck = 127;

    private Step[] _path = new Step[FirstDepth];
    private int _depth;
    private int _objects;

    /// <summary>The path above this writer's root, asked for only when there is an error.</summary>
    public Func<IReadOnlyList<object>>? BasePath { get; set; }

    /// <summary>False where a null must move further up; the errors are then already recorded.</summary>
    public bool WriteObject(FieldSet set, object? source)
    {
        if ((++_objects & ObjectsPerCheck) == 0)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            if (Environment.TickCount64 > scope.Deadline) throw new OperationCanceledException();
        }
        if (buffer.Length > scope.ResponseBytesMax)
            throw new ResponseTooLargeException(scope.ResponseBytesMax);
        var fields = set.Fields;
        int next = 0, start = 0;
        Push();
        int depth = _depth;
        buffer.WriteByte((byte)'{');
        while (next < fields.Length)
        {
            var field = fields[next];
            try
            {
                for (; next < fields.Length; next++)
                {
                    field = fields[next];
                    buffer.WriteRaw(next == 0 ? field.Key : field.NextKey);
                    start = buffer.Length;
                    if (field.WriteLeaf is { } write) write(source!, buffer);
                    else if (!WriteField(field, source)) return false;
                }
            }
            catch (Exception exception) when (IsFieldError(exception))
            {
                _depth = depth;
                _path[depth - 1] = new Step(field, 0);
                buffer.Length = start;
                Report(exception, field);
                if (field.Definition.Type is NonNullType) return false;
                buffer.WriteNull();
                next++;
            }
        }
        buffer.WriteByte((byte)'}');
        _depth--;
        return true;
    }

    /// <summary>One field's value; false where null must move up.</summary>
    public bool WriteField(FieldPlan field, object? source)
    {
        if (field.IsTypename)
        {
            buffer.WriteRaw(field.TypenameValue);
            return true;
        }
        _path[_depth - 1] = new Step(field, 0);
        int depth = _depth;
        object? value = field.Resolver.Sync!(source, scope.ContextOf(field));
        bool isKept = WritePosition(field, field.Definition.Type, value);
        _depth = depth;
        return isKept;
    }

    /// <summary>A value that is already resolved, at the root of this writer.</summary>
    public bool WriteResolvedValue(FieldPlan field, object? value) =>
        WritePosition(field, field.Definition.Type, value);

    /// <summary>
    /// One field on its own; an exception becomes its error, and null where the field can be null.
    /// </summary>
    public bool WriteAtRoot(FieldPlan field, Func<DirectWriter, bool> write)
    {
        int start = buffer.Length;
        Push();
        _path[0] = new Step(field, 0);
        try
        {
            return write(this);
        }
        catch (Exception exception) when (IsFieldError(exception))
        {
            _depth = 1;
            buffer.Length = start;
            return Fail(exception, field, field.Definition.Type);
        }
    }

    public static bool IsFieldError(Exception exception) =>
        exception is not (OperationCanceledException or ResponseTooLargeException or OutOfMemoryException);

    private void Push()
    {
        if (_depth == _path.Length) Array.Resize(ref _path, _path.Length * 2);
        _path[_depth++] = default;
    }

    private bool WritePosition(FieldPlan field, GraphQLType type, object? value)
    {
        if (value is Exception error) return Fail(error, field, type);
        if (type is NonNullType nonNull)
            return value is null ? FailNull(field) : WriteValue(field, nonNull.Inner, value);
        if (value is null)
        {
            buffer.WriteNull();
            return true;
        }
        int start = buffer.Length;
        if (WriteValue(field, type, value)) return true;
        buffer.Length = start;
        buffer.WriteNull();
        return true;
    }

    private bool WriteValue(FieldPlan field, GraphQLType type, object value)
    {
        switch (type)
        {
            case ScalarType scalar:
                return WriteScalar(field, scalar, value);
            case ObjectType concrete:
                return WriteBelow(field, concrete, value);
            case ListType list:
                return WriteList(field, list, value);
            case EnumType enumeration:
                if (enumeration.FindByValue(value) is not { } known)
                    return Fail(CompletionErrors.NoEnumValue(enumeration, value), field, null);
                buffer.WriteString(known.Name);
                return true;
            default:
                return CompletionErrors.TryResolveType(scope.Schema, field, (CompositeType)type, value,
                    out var found)
                    ? WriteBelow(field, found.Type!, value)
                    : Fail(found.Error!, field, null);
        }
    }

    private bool WriteScalar(FieldPlan field, ScalarType scalar, object value)
    {
        int start = buffer.Length;
        try
        {
            scalar.Write(buffer, value);
            return true;
        }
        catch (Exception exception) when (IsFieldError(exception))
        {
            buffer.Length = start;
            return Fail(exception, field, null);
        }
    }

    private bool WriteBelow(FieldPlan field, ObjectType type, object value)
    {
        int depth = _depth;
        bool isKept = WriteObject(field.SelectionFor(type), value);
        _depth = depth;
        return isKept;
    }

    private bool WriteList(FieldPlan field, ListType type, object value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is string or not IEnumerable) return Fail(CompletionErrors.NoList(field), field, null);
        int depth = _depth, index = 0;
        Push();
        buffer.WriteByte((byte)'[');
        if (value is IReadOnlyList<object?> items)
        {
            for (; index < items.Count; index++)
            {
                if (!WriteItem(field, type, items[index], index, depth)) return false;
            }
        }
        else
        {
            foreach (object? item in (IEnumerable)value)
            {
                if (!WriteItem(field, type, item, index++, depth)) return false;
            }
        }
        buffer.WriteByte((byte)']');
        _depth = depth;
        return true;
    }

    private bool WriteItem(FieldPlan field, ListType type, object? item, int index, int depth)
    {
        if (index > 0) buffer.WriteByte((byte)',');
        _depth = depth + 1;
        _path[depth] = new Step(null, index);
        return WritePosition(field, type.Item, item);
    }

    private bool FailNull(FieldPlan field)
    {
        Report(CompletionErrors.NullForNonNull(field), field);
        return false;
    }

    /// <summary>Records the error; true where the place itself can be null.</summary>
    private bool Fail(Exception exception, FieldPlan field, GraphQLType? nullable)
    {
        Report(exception, field);
        if (nullable is null or NonNullType) return false;
        buffer.WriteNull();
        return true;
    }

    private void Report(Exception exception, FieldPlan field)
    {
        var path = new List<object>(BasePath?.Invoke() ?? []);
        for (int i = 0; i < _depth; i++)
            path.Add(_path[i].Field is { } step ? step.ResponseName : _path[i].Index);
        scope.Errors.Add(scope.ErrorOf(exception, field, path));
    }

    private readonly record struct Step(FieldPlan? Field, int Index);
}

/// <summary>
/// Ends an execution whose answer outgrows the limit. Spec §6.4 leaves such limits to the server.
/// </summary>
internal sealed class ResponseTooLargeException(long limit)
    : Exception($"The response is larger than {limit} bytes. Ask for fewer fields or smaller pages.");

using Gep.GraphQL.Types;

namespace Gep.GraphQL.Execution;

/// <summary>
/// The finished tree as JSON, depth first: here null moves up and errors fall into their order. Spec §6.4.4.
/// </summary>
internal sealed class ResultWriter(ExecutionScope scope, JsonBuffer written, JsonBuffer buffer)
{
    public bool WriteObject(ObjectResult node)
    {
        buffer.WriteByte((byte)'{');
        var fields = node.Set.Fields;
        for (int i = 0; i < fields.Length; i++)
        {
            buffer.WriteRaw(i == 0 ? fields[i].Key : fields[i].NextKey);
            if (!WritePosition(fields[i].Definition.Type, node.Values[i])) return false;
        }
        buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WritePosition(GraphQLType type, object? value)
    {
        int start = buffer.Length;
        if (WriteValue(type.Nullable, value)) return true;
        if (type is NonNullType) return false;
        buffer.Length = start;
        buffer.WriteNull();
        return true;
    }

    private bool WriteValue(GraphQLType type, object? value)
    {
        switch (value)
        {
            case null:
                buffer.WriteNull();
                return true;
            case WrittenResult done:
                if (done.Errors is not null) scope.Errors.AddRange(done.Errors);
                buffer.WriteRaw(written.Written.Span.Slice(done.Start, done.Length));
                return true;
            case FailedResult failed:
                scope.Errors.AddRange(failed.Errors);
                return false;
            case ObjectResult node:
                return WriteObject(node);
            default:
                return WriteList(((ListType)type).Item, (ListResult)value);
        }
    }

    private bool WriteList(GraphQLType item, ListResult list)
    {
        buffer.WriteByte((byte)'[');
        for (int i = 0; i < list.Items.Length; i++)
        {
            if (i > 0) buffer.WriteByte((byte)',');
            if (!WritePosition(item, list.Items[i])) return false;
        }
        buffer.WriteByte((byte)']');
        return true;
    }
}

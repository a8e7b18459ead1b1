using Gep.GraphQL.Language;

namespace Gep.GraphQL.Execution;

/// <summary>Runs a planned operation and writes its response. Spec §6.2 and §7.1.</summary>
internal static class Executor
{
    /// <summary>The response; errors come first where there are any.</summary>
    public static async ValueTask<JsonBuffer> RunAsync(ExecutionScope scope, object? rootValue)
    {
        var buffer = new JsonBuffer();
        try
        {
            buffer.WriteRaw("{\"data\":"u8);
            int start = buffer.Length;
            bool hasData;
            if (scope.Plan.Root.IsSync)
            {
                hasData = new DirectWriter(scope, buffer).WriteObject(scope.Plan.Root, rootValue);
            }
            else
            {
                using var runner = new TreeRunner(scope);
                hasData = await runner.RunAsync(rootValue, buffer).ConfigureAwait(false);
            }
            if (!hasData)
            {
                buffer.Length = start;
                buffer.WriteNull();
            }
            buffer.WriteByte((byte)'}');
            return scope.Errors.Count == 0 ? buffer : WithErrors(buffer, scope.Errors);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public static JsonBuffer OfErrors(IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new JsonBuffer();
        buffer.WriteByte((byte)'{');
        WriteErrors(buffer, errors);
        buffer.WriteByte((byte)'}');
        return buffer;
    }

    public static void WriteErrors(JsonBuffer buffer, IReadOnlyList<GraphQLError> errors)
    {
        buffer.WriteRaw("\"errors\":["u8);
        for (int i = 0; i < errors.Count; i++)
        {
            if (i > 0) buffer.WriteByte((byte)',');
            WriteError(buffer, errors[i]);
        }
        buffer.WriteByte((byte)']');
    }

    private static JsonBuffer WithErrors(JsonBuffer answer, IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new JsonBuffer();
        buffer.WriteByte((byte)'{');
        WriteErrors(buffer, errors);
        buffer.WriteByte((byte)',');
        buffer.WriteRaw(answer.Written.Span[1..]);
        answer.Dispose();
        return buffer;
    }

    private static void WriteError(JsonBuffer buffer, GraphQLError error)
    {
        buffer.WriteRaw("{\"message\":"u8);
        buffer.WriteString(error.Message);
        for (int i = 0; i < error.Locations.Count; i++)
        {
            buffer.WriteRaw(i == 0 ? ",\"locations\":[{\"line\":"u8 : ",{\"line\":"u8);
            buffer.WriteInt(error.Locations[i].Line);
            buffer.WriteRaw(",\"column\":"u8);
            buffer.WriteInt(error.Locations[i].Column);
            buffer.WriteByte((byte)'}');
        }
        if (error.Locations.Count > 0) buffer.WriteByte((byte)']');
        if (error.Path is not null)
        {
            buffer.WriteRaw(",\"path\":"u8);
            buffer.WriteAny(error.Path);
        }
        if (error.Extensions is { Count: > 0 })
        {
            buffer.WriteRaw(",\"extensions\":"u8);
            buffer.WriteAny(error.Extensions);
        }
        buffer.WriteByte((byte)'}');
    }
}

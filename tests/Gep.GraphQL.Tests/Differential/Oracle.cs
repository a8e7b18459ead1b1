using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Differential;

/// <summary>graphql-js as a long-lived child process that answers one JSON line for each JSON line.</summary>
public sealed class Oracle : IDisposable
{
    private readonly Lock _turn = new();
    private Process? _node;

    public JsonObject Ask(string operation, JsonObject request)
    {
        lock (_turn)
        {
            _node ??= NodePrograms.Start("oracle.mjs");
            request["op"] = operation;
            byte[] line = Encoding.UTF8.GetBytes(LoneSurrogates.Escape(request) + "\n");
            _node.StandardInput.BaseStream.Write(line);
            _node.StandardInput.BaseStream.Flush();
            string answer = _node.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("no answer");
            var parsed =
                JsonNode.Parse(answer, documentOptions: new JsonDocumentOptions { MaxDepth = 2000 })!;
            if (parsed["fatal"] is { } fatal) throw new InvalidOperationException($"oracle: {fatal}");
            return parsed.AsObject();
        }
    }

    public void Dispose()
    {
        if (_node is null) return;
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}

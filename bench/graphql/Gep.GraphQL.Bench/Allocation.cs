using System.Text.Json;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Bench;

/// <summary>Bytes allocated and microseconds per request inside the engine, without HTTP.</summary>
internal static class Allocation
{
    private const int Rounds = 300;

    public static async Task<int> RunAsync(Schema schema, string folder)
    {
        using var engine = new GraphQLEngine(schema);
        foreach (string name in new[] { "small", "list", "intro" })
        {
            using var body =
                JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, $"q_{name}.json")));
            var request = new GraphQLRequest { Query = body.RootElement.GetProperty("query").GetString()! };
            for (int i = 0; i < Rounds; i++) (await engine.ExecuteAsync(request)).Dispose();
            long before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (int i = 0; i < Rounds; i++) (await engine.ExecuteAsync(request)).Dispose();
            double microseconds = watch.Elapsed.TotalMicroseconds / Rounds;
            long bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Rounds;
            Console.WriteLine(
                $"engine alone: {name} {microseconds:0.0} us, {bytes} bytes allocated per request");
        }
        return 0;
    }
}

using System.Diagnostics;
using System.Text.Json;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Bench;

/// <summary>Bytes allocated and CPU per request inside the engine, without HTTP.</summary>
internal static class Allocation
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1), Measured = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(Schema schema, string folder)
    {
        using var engine = new GraphQLEngine(schema);
        using var process = Process.GetCurrentProcess();
        foreach (string name in new[] { "small", "list", "intro" })
        {
            using var body =
                JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, $"q_{name}.json")));
            var request = new GraphQLRequest { Query = body.RootElement.GetProperty("query").GetString()! };
            await RepeatAsync(engine, request, process, Warm);
            process.Refresh();
            var before = (Bytes: GC.GetTotalAllocatedBytes(precise: true), Time: process.TotalProcessorTime);
            int rounds = await RepeatAsync(engine, request, process, Measured);
            process.Refresh();
            double microseconds = (process.TotalProcessorTime - before.Time).TotalMicroseconds / rounds;
            long bytes = (GC.GetTotalAllocatedBytes(precise: true) - before.Bytes) / rounds;
            Console.WriteLine(
                $"engine alone: {name} {microseconds:0.0} us, {bytes} bytes allocated per request");
        }
        return 0;
    }

    /// <summary>Until that much CPU is used, whatever else the machine does.</summary>
    private static async Task<int> RepeatAsync(
        GraphQLEngine engine, GraphQLRequest request, Process process, TimeSpan time)
    {
        process.Refresh();
        var end = process.TotalProcessorTime + time;
        int rounds = 0;
        while (process.TotalProcessorTime < end)
        {
            for (int i = 0; i < 100; i++, rounds++) (await engine.ExecuteAsync(request)).Dispose();
            process.Refresh();
        }
        return rounds;
    }
}

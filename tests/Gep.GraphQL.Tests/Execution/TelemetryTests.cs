using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Tests.Http;

namespace Gep.GraphQL.Tests.Execution;

/// <summary>Each operation is counted, timed and traced by kind and outcome.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("{ hello }", "query", "ok")]
    [InlineData("{ broken }", "query", "errors")]
    [InlineData("{ nothing }", "none", "refused")]
    [InlineData("mutation { rename(input: {id: 7, name: \"x\"}) { problems } }", "mutation", "ok")]
    public async Task Execute_Operation_IsCountedAndTimed(string query, string kind, string outcome)
    {
        var seen = new ConcurrentBag<(string Instrument, double Value, string Tags)>();
        using var engine = new GraphQLEngine(TestSchema.Build());
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter == engine.Meter) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => seen.Add((instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => seen.Add((instrument.Name, value, Text(tags))));
        listener.Start();
        (await engine.ExecuteAsync(new GraphQLRequest { Query = query })).Dispose();

        string expected = $"graphql.operation.type={kind} outcome={outcome}";
        var count = Assert.Single(seen, entry => entry.Instrument == "graphql.operations");
        var time = Assert.Single(seen, entry => entry.Instrument == "graphql.operation.duration");
        Assert.Equal((1d, expected), (count.Value, count.Tags));
        Assert.Equal(expected, time.Tags);
        Assert.InRange(time.Value, double.Epsilon, 60);
    }

    [Theory]
    [InlineData("query Name { hello }", "query", "Name", ActivityStatusCode.Unset)]
    [InlineData("query Wrong { broken }", "query", "Wrong", ActivityStatusCode.Error)]
    [InlineData("{ nothing }", null, null, ActivityStatusCode.Error)]
    public async Task Execute_Operation_IsTraced(string query, string? kind, string? name,
        ActivityStatusCode status)
    {
        var ended = new ConcurrentBag<Activity>();
        using var engine = new GraphQLEngine(TestSchema.Build());
        using var above = new Activity("above").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLEngine.Telemetry,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        (await engine.ExecuteAsync(new GraphQLRequest { Query = query })).Dispose();

        var trace = Assert.Single(ended, activity => activity.TraceId == above.TraceId);
        Assert.Equal("graphql.operation", trace.OperationName);
        Assert.Equal(kind, trace.GetTagItem("graphql.operation.type"));
        Assert.Equal(name, trace.GetTagItem("graphql.operation.name"));
        Assert.Equal(status, trace.Status);
    }

    [Fact]
    public async Task Subscribe_Events_AreCounted()
    {
        long events = 0;
        using var engine = new GraphQLEngine(TestSchema.Build());
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter == engine.Meter) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if (Text(tags).Contains("subscription", StringComparison.Ordinal))
                Interlocked.Add(ref events, value);
        });
        listener.Start();
        await foreach (var one in engine.SubscribeAsync(
            new GraphQLRequest { Query = "subscription { count(to: 3) }" })) one.Dispose();

        Assert.Equal(3, events);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}

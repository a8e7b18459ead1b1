using System.Net.Http.Json;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;

namespace Gep.Api.Tests.Workflow;

[Collection(WuhanServiceTests.Name)]
public class RunRegisterTests(WuhanService service)
{
    private const int MillisecondsMax = 120_000;

    [Fact]
    public async Task Run_Started_IsWatchedToItsEndAndHasItsAccount()
    {
        string token = Tokens.Of(CallerRole.Analyst);
        var started = await service.DataAsync(
            """
            mutation { startRun(input: {year: 2019, idempotencyKey: "watched"}) {
              run { id } problems { code } } }
            """, token);
        string id = started.GetProperty("startRun").GetProperty("run").GetProperty("id").GetString()!;

        string events = await WatchAsync(id);
        var result = await service.DataAsync(
            "{ run(id: \"" + id + "\") { state account { resultHash gep { amount } } }"
            + " account(year: 2019) { resultHash } }");

        Assert.Contains("SUCCEEDED", events, StringComparison.Ordinal);
        Assert.Contains("event: complete", events, StringComparison.Ordinal);
        Assert.Equal(
            result.GetProperty("account").GetProperty("resultHash").GetString(),
            result.GetProperty("run").GetProperty("account").GetProperty("resultHash").GetString());
    }

    [Fact]
    public async Task Run_OfThePublicOrAnAuditor_IsRefused()
    {
        const string Query =
            """mutation { startRun(input: {year: 2019, idempotencyKey: "x"}) { problems { code } } }""";

        var asPublic = await service.GraphQLAsync(Query);
        var asAuditor = await service.DataAsync(Query, Tokens.Of(CallerRole.Auditor));

        Assert.Equal("TOKEN_NEEDED", asPublic.GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString());
        Assert.Equal("role-forbidden", asAuditor.GetProperty("startRun").GetProperty("problems")[0]
            .GetProperty("code").GetString());
    }

    private async Task<string> WatchAsync(string id)
    {
        using var limit = new CancellationTokenSource(MillisecondsMax);
        using var client = new HttpClient { BaseAddress = new Uri(service.Base) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new
            {
                query = $$"""subscription { runProgress(id: "{{id}}") { id state done total } }""",
            }),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        return await answer.Content.ReadAsStringAsync(limit.Token);
    }
}

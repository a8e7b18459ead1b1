using System.Diagnostics;
using System.Text.Json.Nodes;
using Gep.GraphQL.Tests.Differential;
using Gep.Testing;

namespace Gep.GraphQL.Tests.Http;

public sealed class JudgeTests(TestServer server, Oracle oracle) : IClassFixture<TestServer>,
    IClassFixture<Oracle>
{
    [NodeFact]
    public async Task GraphqlHttp_ServerAudits_AllPass()
    {
        string report = await RunAsync("audit.mjs", server.Url.ToString());

        Assert.EndsWith("61 61\n", report, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Clients_OverSocketAndStreams_SeeAllEvents()
    {
        var seen = JsonNode.Parse(await RunAsync("clients.mjs", server.Url.ToString()))!;

        const string Count =
            """{"events":[{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}]}""";
        foreach (string client in new[] { "socket", "distinct", "single" })
        {
            Assert.Equal(Count, seen[client]!["count"]!.ToJsonString());
            Assert.Equal("""{"events":[{"data":{"hello":"hello world"}}]}""",
                seen[client]!["hello"]!.ToJsonString());
            Assert.Contains("Cannot query field", seen[client]!["wrong"]!.ToJsonString(),
                StringComparison.Ordinal);
        }
        Assert.Equal("[4400,4401,4408,4409,4429,4429]", seen["codes"]!.ToJsonString());
    }

    [NodeFact]
    public async Task RelayCompiler_PrintedSchema_IsAccepted()
    {
        string folder = Directory.CreateTempSubdirectory("gep-relay").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "src"));
            await File.WriteAllTextAsync(Path.Combine(folder, "schema.graphql"), TestSchema.Build()
                .PrintSdl());
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{}");
            await File.WriteAllTextAsync(Path.Combine(folder, "relay.config.json"),
                """{ "src": "./src", "schema": "./schema.graphql", "language": "javascript" }""");
            await File.WriteAllTextAsync(Path.Combine(folder, "src", "App.js"), """
                graphql`query AppQuery($n: Int) {
                  forests(first: $n) @connection(key: "App_forests") { edges { node { id ...App_forest } } }
                  owners { __typename ... on Village { people } }
                  node(id: "f1") { id } }`;
                graphql`fragment App_forest on Forest {
                  name areaHectares grade value trees(first: 2) { nodes totalCount } }`;
                """);
            var start =
                new ProcessStartInfo("node")
                {
                    WorkingDirectory = folder, RedirectStandardOutput = true,
                    RedirectStandardError = true
                };
            start.ArgumentList.Add(
                Path.Combine(NodePrograms.Folder, "node_modules", "relay-compiler", "cli.js"));
            start.ArgumentList.Add("relay.config.json");
            using var process = Process.Start(start)!;
            string output = await process.StandardOutput.ReadToEndAsync()
                + await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.True(process.ExitCode == 0, output);
            Assert.True(File.Exists(Path.Combine(folder, "src", "__generated__", "AppQuery.graphql.js")),
                output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [NodeFact]
    public async Task Introspection_OfRunningServer_MakesAClientSchema()
    {
        string query = oracle.Ask("introspectionQuery", [])["text"]!.GetValue<string>();
        using var answer = await server.Client.PostAsync(server.Url, new StringContent(
            new JsonObject { ["query"] = query }.ToJsonString(), System.Text.Encoding.UTF8,
                "application/json"));
        var data = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"];
        string text =
            oracle.Ask("clientSchema",
            new JsonObject { ["introspection"] = data!.DeepClone() })["text"]!.GetValue<string>();
        var same =
            oracle.Ask("sameSchema",
            new JsonObject { ["left"] = text, ["right"] = TestSchema.Build().PrintSdl() });

        Assert.True(same["same"]!.GetValue<bool>());
    }

    [NodeFact]
    public async Task GraphiQL_PageAndFiles_AreServed()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, server.Url);
        ask.Headers.Add("Accept", "text/html,application/xhtml+xml");
        using var page = await server.Client.SendAsync(ask);
        string html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<div id=\"graphiql\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        foreach (
            string file in new[] { "graphiql.min.js", "graphiql.min.css", "react.js", "react-dom.js",
            "start.js" })
        {
            using var answer = await server.Client.GetAsync(new Uri($"{server.Url}/{file}"));
            Assert.True(answer.IsSuccessStatusCode, file);
        }
    }

    [BrowserFact]
    public async Task GraphiQL_InABrowser_CompletesRunsAndDocuments()
    {
        var seen = JsonNode.Parse(await RunAsync("graphiql.mjs", server.Url.ToString(), Browser.Path!))!;

        Assert.True(seen["problems"]!.AsArray().Count == 0, seen["problems"]!.ToJsonString());
        Assert.Contains("hello", seen["completed"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("{\"data\":{\"hello\":\"hello GraphiQL\"}}", seen["query"]!.ToJsonString());
        Assert.True(seen["marked"]!.GetValue<bool>());
        Assert.Equal("{\"data\":{\"count\":3}}", seen["subscription"]!.ToJsonString());
        Assert.Contains("All forests.", seen["fields"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = NodePrograms.Start(program, arguments);
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Gep.GraphQL.Tests.Http;

public sealed class RequestTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData(
        "{ forest(id: \"f3\") { id name areaHectares grade value since nothing label(prefix: \"!\") } }",
        """{"data":{"forest":{"id":"f3","name":"林3","areaHectares":4.5,"grade":nul"""
            + """l,"value":"12.50","since":"2020-01-02","nothing":null,"label":"!f3"}}}""")]
    [InlineData(
        "{ forestBy(by: {id: \"f2\"}) { grade trees(first: 1) { nodes totalCount pageInfo { hasNextPage } } "
            + "} }",
        """{"data":{"forestBy":{"grade":"NATIONAL","trees":{"nodes":["oak"]"""
            + ""","totalCount":3,"pageInfo":{"hasNextPage":true}}}}}""")]
    [InlineData(
        "{ owners { __typename ... on Village { people } ... on Person { name } } node(id: \"v9\") { "
            + "__typename id } }",
        """{"data":{"owners":[{"__typename":"Village","people":12},{"__typename":"Person","name":"李"}]"""
            + ""","node":{"__typename":"Village","id":"v9"}}}""")]
    [InlineData("{ forests(where: {areaMin: 40}, first: 2) { nodes { id } totalCount } }",
        """{"data":{"forests":{"nodes":[{"id":"f27"},{"id":"f28"}],"totalCount":3}}}""")]
    [InlineData("mutation { rename(input: {id: 7, name: \"\"}) { forest { id } problems } }",
        """{"data":{"rename":{"forest":null,"problems":["name-empty"]}}}""")]
    public async Task Post_ClassSchema_IsAnswered(string query, string expected) =>
        Assert.Equal(expected, await PostAsync(new JsonObject { ["query"] = query }));

    [Fact]
    public async Task Batch_ManyParents_AreLoadedInOneCall()
    {
        var before =
            JsonNode.Parse(
            await PostAsync(
            new JsonObject { ["query"] = "{ batchCalls }" }))!["data"]!["batchCalls"]!.GetValue<int>();
        string answer = await PostAsync(new JsonObject
        {
            ["query"] = "{ forests(first: 4) { nodes { owner { ... on Person { name } } } } }",
        });
        var after =
            JsonNode.Parse(
            await PostAsync(
            new JsonObject { ["query"] = "{ batchCalls }" }))!["data"]!["batchCalls"]!.GetValue<int>();

        Assert.Contains("""[{"owner":{"name":"owner of f0"}},{"owner":null}""", answer,
            StringComparison.Ordinal);
        Assert.Equal(1, after - before);
    }

    [Fact]
    public async Task UnexpectedException_IsNotShown()
    {
        string answer = await PostAsync(new JsonObject { ["query"] = "{ broken }" });

        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":null}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersistedDocument_IsFoundByHash()
    {
        string answer =
            await PostAsync(new JsonObject { ["documentId"] = "sha256:" + TestServer.PersistedHash });

        Assert.Equal("{\"data\":{\"hello\":\"hello world\"}}", answer);
    }

    [Fact]
    public async Task Multipart_FileOfVariable_ReachesTheResolver()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(
                """{"query":"mutation ($f: Upload!) { upload(file: $f) }","variables":{"f":null}}"""),
                "operations" },
            { new StringContent("""{"0":["variables.f"]}"""), "map" },
        };
        using var file = new ByteArrayContent("seen"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "0", "a.txt");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = form };
        request.Headers.Add("graphql-preflight", "1");
        using var answer = await server.Client.SendAsync(request);

        Assert.Equal("{\"data\":{\"upload\":\"a.txt:seen\"}}", await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> PostAsync(JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync(server.Url, content);
        return await answer.Content.ReadAsStringAsync();
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Gep.Api.Tests.GraphQL;

/// <summary>Asks a service over HTTP as a page does.</summary>
internal sealed class GraphClient(HttpClient client)
{
    private const string FilePart = "0";

    /// <summary>The answer of a GraphQL request, as it was sent, with the status that it must have.</summary>
    public async Task<JsonElement> AskAsync(
        string query, string? token = null, object? variables = null,
        HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new StringContent(
            JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
        return await SendAsync(content, token, status);
    }

    /// <summary>The data of a GraphQL request that must have no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, string? token = null, object? variables = null) =>
        DataOf(await AskAsync(query, token, variables));

    /// <summary>The answer of a request with a file at <c>variables.input.file</c>.</summary>
    public async Task<JsonElement> UploadAsync(
        string query, string? token, IReadOnlyDictionary<string, object?> input, string name, Stream file,
        HttpStatusCode status = HttpStatusCode.OK)
    {
        var variables = new { input = new Dictionary<string, object?>(input) { ["file"] = null } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query, variables })), "operations" },
            {
                new StringContent($$"""{"{{FilePart}}": ["variables.input.file"]}"""), "map"
            },
            { new StreamContent(file), FilePart, name },
        };
        return await SendAsync(form, token, status);
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public static JsonElement DataOf(JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    private async Task<JsonElement> SendAsync(HttpContent content, string? token, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}

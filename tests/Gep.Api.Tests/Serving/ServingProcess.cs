using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Serving;

/// <summary>The service as a process of its own, that can be killed and started again.</summary>
internal sealed class ServingProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly List<string> said = [];
    private readonly HttpClient client = new() { Timeout = Patience };

    private ServingProcess(Process process) => this.process = process;

    /// <summary>Where it answers.</summary>
    public string Base { get; private set; } = "";

    /// <summary>What it printed when it answered.</summary>
    public string Line { get; private set; } = "";

    public int Id => process.Id;

    /// <summary>What it said on standard error.</summary>
    public string Said
    {
        get
        {
            lock (said) return string.Join('\n', said);
        }
    }

    /// <summary>Starts <c>gep</c> and waits until a line tells its address.</summary>
    public static async Task<ServingProcess> StartAsync(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "gep.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var serving = new ServingProcess(Process.Start(start)!);
        try
        {
            await serving.WaitForAddressAsync();
            return serving;
        }
        catch
        {
            serving.Dispose();
            throw;
        }
    }

    /// <summary>A token file with one token for each role, which is <c>token-of-</c> and the role.</summary>
    public static string WriteTokens(string folder)
    {
        string file = Path.Combine(folder, "tokens.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            tokens = Enum.GetValues<CallerRole>().Select(role => new
            {
                name = $"{role}",
                sha256 = TokenRegister.HashOf(Maps.Tokens.Of(role)),
                roles = new[] { WorkspaceProblem.CodeOf(role) },
            }),
        }));
        return file;
    }

    /// <summary>The data of a GraphQL request that must have no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, CallerRole? role = null)
    {
        var answer = await GraphQLAsync(query, role is { } known ? Maps.Tokens.Of(known) : null);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The answer to a query; throws <see cref="HttpRequestException"/> without one.</summary>
    public async Task<JsonElement> GraphQLAsync(string query, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Base}/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync($"{Base}{path}");

    /// <summary>Kills it as a power cut does.</summary>
    public void Kill()
    {
        if (process.HasExited) return;
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, and its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
        client.Dispose();
    }

    private async Task WaitForAddressAsync()
    {
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            lock (said) said.Add(line.Data);
        };
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("http", StringComparison.Ordinal)) continue;
            (Line, Base) = (line, line.Split(' ')[0]);
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }
        await process.WaitForExitAsync(limit.Token);
        throw new InvalidOperationException($"It ended with {process.ExitCode}: {Said}");
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Gep.Api.Tests.Serving;
using Gep.Api.Tests.Workspaces;

namespace Gep.Api.Tests.Cli;

public class ServeCommandTests
{
    private const int MillisecondsMax = 120_000;
    private const int Terminate = 15;

    [Fact]
    public async Task Serve_Tiny_PrintsItsAddressAnswersAndStopsOnRequest()
    {
        using var workspace = TinyWorkspace.Create();
        using var limit = new CancellationTokenSource(MillisecondsMax);
        using var process = Start(workspace.Root);
        try
        {
            string? line = await process.StandardOutput.ReadLineAsync(limit.Token);
            Assert.NotNull(line);
            using var client = new HttpClient();
            string ready = await client.GetStringAsync($"{line.Split(' ')[0]}/readyz", limit.Token);
            using var kill = Process.Start("kill", [$"-{Terminate}", $"{process.Id}"]);
            await process.WaitForExitAsync(limit.Token);

            Assert.Contains(line.Split(' ')[^1], ready, StringComparison.Ordinal);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>A request whose body never comes keeps the service for seconds; it still ends well.</summary>
    [Fact]
    public async Task Serve_StoppedDuringASlowRequest_StillEndsWell()
    {
        using var workspace = TinyWorkspace.Create();
        using var serving = await ServingProcess.StartAsync(
            new Dictionary<string, string>(), "serve", workspace.Root, "--urls", "http://127.0.0.1:0");
        var address = new Uri(serving.Base);
        using var slow = new TcpClient(address.Host, address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Expect: 100-continue\r\nContent-Length: 99\r\n\r\n"));
        // The service asks for the body: from here on it is at work with the request.
        await slow.GetStream().ReadExactlyAsync(new byte["HTTP/1.1 100 Continue".Length]);
        var timer = Stopwatch.StartNew();

        int code = await serving.StopAsync();

        Assert.True(timer.Elapsed > TimeSpan.FromSeconds(3), $"It ended after {timer.Elapsed}.");
        Assert.Equal(0, code);
    }

    [Fact]
    public void Serve_BrokenWorkspace_IsRefused()
    {
        var run = GepProcess.Run("serve", Path.Combine(Path.GetTempPath(), "no-such-gep-folder"),
            "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("file-missing", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static Process Start(string workspace)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in new[]
            { Path.Combine(AppContext.BaseDirectory, "gep.dll"), "serve", workspace, "--urls",
                "http://127.0.0.1:0" })
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

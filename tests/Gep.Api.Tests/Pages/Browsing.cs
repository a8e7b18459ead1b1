using System.Diagnostics;
using System.Text.Json;
using Gep.Api.Security;
using Gep.Api.Tests.Maps;
using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Pages;

/// <summary>Runs programs of tests/web, which drive Chromium, against a service.</summary>
internal static class Browsing
{
    /// <summary>They take minutes where a core is free for them; each wait in them ends by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Runs them to their end; their words are the message of a failure.</summary>
    /// <param name="address">The service, whose clock can be put forward.</param>
    /// <param name="files">The programs.</param>
    public static async Task RunAsync(string address, params string[] files)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = PageFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string word in (string[])["--test", "--test-concurrency=1", .. files])
            start.ArgumentList.Add(word);
        start.Environment["GEP_BASE"] = address;
        start.Environment["GEP_CHROMIUM"] = Browser.Path;
        start.Environment["GEP_TEST_CLOCK"] = address + ForwardClock.Path;
        start.Environment["GEP_TEST_TOKENS"] = JsonSerializer.Serialize(Enum.GetValues<CallerRole>()
            .ToDictionary(WorkspaceProblem.CodeOf, Tokens.Of));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"It took more than {Patience}.\n{await output}\n{await errors}");
        }
        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
    }
}

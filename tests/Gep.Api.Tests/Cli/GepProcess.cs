using System.Diagnostics;

namespace Gep.Api.Tests.Cli;

/// <summary>Runs the program as a user does and keeps what it printed.</summary>
internal sealed record GepProcess(int ExitCode, string Output, string Errors)
{
    private const int MillisecondsMax = 120_000;

    public static GepProcess Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "gep.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(MillisecondsMax))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"gep {string.Join(' ', arguments)} ran for {MillisecondsMax} ms.");
        }
        return new GepProcess(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter()
            .GetResult());
    }
}

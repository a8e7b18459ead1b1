using System.Diagnostics;

namespace Gep.Api.Tests.Cli;

/// <summary>Runs the program as a user does and keeps what it printed.</summary>
internal sealed record GepProcess(int ExitCode, string Output, string Errors)
{
    private const int MillisecondsMax = 120_000;

    public static GepProcess Run(params string[] arguments) => Run("gep.dll", arguments, []);

    /// <summary>The same with some environment variables.</summary>
    public static GepProcess RunIn(
        IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments) =>
        Run("gep.dll", arguments, environment);

    /// <summary>Runs another program of this repository that lies beside the tests.</summary>
    public static GepProcess RunProgram(string program, params string[] arguments) =>
        Run(program, arguments, []);

    private static GepProcess Run(
        string program, string[] arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(MillisecondsMax))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{program} {string.Join(' ', arguments)} ran for {MillisecondsMax} ms.");
        }
        return new GepProcess(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter()
            .GetResult());
    }
}

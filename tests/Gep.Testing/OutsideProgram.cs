using System.ComponentModel;
using System.Diagnostics;

namespace Gep.Testing;

/// <summary>What a program that is not ours printed.</summary>
public sealed record OutsideProgram(int ExitCode, string Output, string Errors)
{
    private const int MillisecondsMax = 120_000;

    /// <summary>Runs it to its end; null where there is no such program.</summary>
    public static OutsideProgram? Run(string? folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(MillisecondsMax))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{program} ran for {MillisecondsMax} ms.");
            }
            return new OutsideProgram(
                process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

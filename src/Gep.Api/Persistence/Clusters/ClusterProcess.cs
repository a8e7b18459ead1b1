using System.Diagnostics;

namespace Gep.Api.Persistence.Clusters;

/// <summary>Runs a program of the server to its end.</summary>
internal static class ClusterProcess
{
    /// <summary>The user whom a cluster belongs to where this program runs as root.</summary>
    public const string ServerUser = "postgres";

    /// <summary>Runs as the server's user: as ourselves, or as <c>postgres</c> where we are root.</summary>
    public static void RunAsServer(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", ServerUser, "--", program, .. arguments], "/", null);
        else Run(program, arguments, null, null);
    }

    /// <summary>Runs a program; what it printed is the reason where it fails.</summary>
    public static void Run(
        string program, IEnumerable<string> arguments, string? folder,
        IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode == 0) return;
        string said = $"{output.GetAwaiter().GetResult()}{errors.GetAwaiter().GetResult()}".Trim();
        throw new StoreUnavailableException(new(
            $"{Path.GetFileName(program)} 失败（{process.ExitCode}）。",
            $"{Path.GetFileName(program)} failed ({process.ExitCode}): {said}"));
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new StoreUnavailableException(new(
                $"无法运行 {start.FileName}。", $"{start.FileName} cannot be run: {missing.Message}"), missing);
        }
    }
}

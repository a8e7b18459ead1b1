using System.Diagnostics;
using System.Text.Json;

namespace Gep.Testing;

/// <summary>The programs under tests/node: installed by <c>npm ci</c> when first needed.</summary>
public static class NodePrograms
{
    private const string FolderName = "node_modules";

    private static readonly Lazy<string?> Reason = new(Prepare);

    public static string Folder { get; } = Repository.PathOf("tests", "node");

    /// <summary>Why they cannot run; null when they can.</summary>
    public static string? Unavailable => Reason.Value;

    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(program);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static string? Prepare()
    {
        if (!Runs("node", "--version")) return NodeFactAttribute.Absent;
        string modules = Path.Combine(Folder, FolderName);
        string stamp = Path.Combine(modules, ".package-lock.json");
        if (IsInstalled(modules, stamp)) return null;
        using var turn = new Mutex(initiallyOwned: false, "gep-tests-node");
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its owner died while installing; the check below decides.
        }
        try
        {
            bool isReady = IsInstalled(modules, stamp) || Runs("npm", "ci", "--no-audit", "--no-fund");
            return isReady ? null : "npm ci failed in tests/node: this test asks its programs";
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    /// <summary>Whether every package that is asked for is there; a newer list may ask for more.</summary>
    private static bool IsInstalled(string modules, string stamp)
    {
        if (!File.Exists(stamp)) return false;
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "package.json")));
        return list.RootElement.GetProperty("dependencies").EnumerateObject()
            .All(package => File.Exists(Path.Combine(modules, package.Name, "package.json")));
    }

    private static bool Runs(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

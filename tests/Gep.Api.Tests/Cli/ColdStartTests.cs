using System.Diagnostics;
using Gep.Api.Tests.Workspaces;

namespace Gep.Api.Tests.Cli;

public class ColdStartTests
{
    private static readonly string[] StoreLibraries = ["Npgsql", "Microsoft.EntityFrameworkCore"];

    /// <summary>Loading the database libraries would be half of the time of a small account.</summary>
    [Fact]
    public async Task Account_WithoutTheDatabaseLibraries_Runs()
    {
        using var workspace = TinyWorkspace.Create();
        string folder = Directory.CreateTempSubdirectory("gep-cold-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            {
                string name = Path.GetFileName(file);
                bool isStore = StoreLibraries.Any(
                    library => name.StartsWith(library, StringComparison.Ordinal));
                if (!isStore && name != "gep.deps.json")
                    File.CreateSymbolicLink(Path.Combine(folder, name), file);
            }
            File.Delete(Path.Combine(folder, "gep.dll"));
            File.Copy(Path.Combine(AppContext.BaseDirectory, "gep.dll"), Path.Combine(folder, "gep.dll"));
            var start = new ProcessStartInfo(
                "dotnet", [Path.Combine(folder, "gep.dll"), "account", workspace.Root, "--year", "2019"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            string errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.True(process.ExitCode == 0, errors);
            Assert.NotEmpty(await output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using Gep.Api.Workspaces;
using Gep.Testing;

namespace Gep.Api.Tests.Workspaces;

/// <summary>
/// A copy of tests/workspaces/tiny with the packs of data/ in a temporary folder, some of its files replaced
/// by those of an overlay; deleted with the test.
/// </summary>
internal sealed class TinyWorkspace : IDisposable
{
    private static readonly string[] SharedPacks =
    [
        "classifications/ecosystem-types.yaml", "classifications/services.yaml", "parameters", "profiles",
            "schemes",
    ];

    private const string PadFile = "pad.yaml";

    private TinyWorkspace(string root) => Root = root;

    public string Root { get; }

    /// <summary>The workspace without faults, or with the files of an overlay instead of its own.</summary>
    public static TinyWorkspace Create(string? overlayFolder = null)
    {
        var workspace = new TinyWorkspace(Directory.CreateTempSubdirectory("gep-tiny-").FullName);
        foreach (string pack in SharedPacks)
            Copy(Repository.PathOf("data", pack), Path.Combine(workspace.Root, pack));
        Copy(Repository.PathOf("tests", "workspaces", "tiny"), workspace.Root);
        if (overlayFolder is not null) Copy(overlayFolder, workspace.Root);
        workspace.Pad();
        return workspace;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>
    /// An overlay's pad.yaml <c>{file: …, bytes: …}</c> lets a file grow by comments instead of storing it.
    /// </summary>
    private void Pad()
    {
        string path = Path.Combine(Root, PadFile);
        if (!File.Exists(path)) return;
        var problems = new ProblemList();
        var pad = YamlFile.Read(Root, PadFile, problems)!;
        string file = Path.Combine(Root, pad.RequireText("file", problems)!);
        int bytes = pad.RequireInteger("bytes", problems)!.Value;
        File.AppendAllText(file, new string('#', bytes));
        File.Delete(path);
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
            return;
        }
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}

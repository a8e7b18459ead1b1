namespace Gep.Testing;

/// <summary>Where this repository and the data shared beside it lie on disk.</summary>
public static class Repository
{
    private const string SharedFolderName = "shared";

    public static string Root { get; } = FindRoot();

    /// <summary>The folder of real layers and reference areas beside the repository; may be absent.</summary>
    public static string SharedFolder { get; } = Path.Combine(Root, "..", SharedFolderName);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string SharedPathOf(params string[] parts) => Path.Combine([SharedFolder, .. parts]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gep.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Gep.sln above {AppContext.BaseDirectory}.");
    }
}

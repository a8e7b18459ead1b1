namespace Gep.DrawWuhan.Checks;

/// <summary>Sizes of the written files: small enough for a repository and a review.</summary>
internal static class FileChecks
{
    private const double BytesPerMegabyte = 1e6, FileMegabytesMax = 2.8, TotalMegabytesMax = 12;

    /// <summary>The checks over a layers folder.</summary>
    public static Check[] Of(string folder)
    {
        double[] sizes = [.. Directory.GetFiles(folder, "*json", SearchOption.AllDirectories)
            .Select(file => new FileInfo(file).Length / BytesPerMegabyte)];
        return
        [
            Check.Between("largest file", 0, FileMegabytesMax, sizes.Max(), "MB", 2),
            Check.Between("all layer files", 0, TotalMegabytesMax, sizes.Sum(), "MB", 2),
        ];
    }
}

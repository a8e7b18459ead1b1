namespace Gep.Api.Cli;

/// <summary>Writes a result file so that it is there whole or not at all.</summary>
internal static class ResultFolder
{
    /// <summary>Writes under a temporary name in the same folder, then renames; creates the folder.</summary>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="fileName">Its name; an older file of that name is replaced.</param>
    /// <param name="write">Writes the content.</param>
    public static string Write(string folder, string fileName, Action<Stream> write)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, fileName);
        string unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        try
        {
            using (var stream = File.Create(unfinished)) write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return path;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gep.Api.Changes;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.Uploads;

/// <summary>
/// The folder in which files wait for a decision: each as it came, beside what is known of it. Names in it
/// are the service's own, and what waited when the service ended waits after it starts.
/// </summary>
internal sealed class UploadShelf
{
    /// <summary>Files that may wait, in multiples of the greatest one.</summary>
    private const int GreatestFilesMax = 4;

    private const int WaitingMax = 50, RememberedMax = 200, NameLettersMax = 100, CopyBytes = 1 << 16;

    private const string DataEnding = ".data", AboutEnding = ".json", PartEnding = ".part";

    /// <summary>Endings that are read, with the ending a file is kept by.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Endings =
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
        {
            new(".geojson", ".geojson"), new(".json", ".geojson"), new(".ndjson", ".ndjson"),
            new(".geojsonl", ".ndjson"), new(".geojsons", ".ndjson"), new(".gpkg", ".gpkg"),
            new(".zip", ".zip"),
        });

    private readonly Lock turn = new();
    private readonly string folder;
    private readonly long bytesMax;
    private ImmutableSortedDictionary<string, LayerUpload> uploads;

    /// <summary>The shelf of a folder, which is made when it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="bytesMax">Greatest file [bytes].</param>
    public UploadShelf(string folder, long bytesMax)
    {
        (this.folder, this.bytesMax) = (folder, bytesMax);
        Directory.CreateDirectory(folder);
        foreach (string part in Directory.EnumerateFiles(folder, "*" + PartEnding)) File.Delete(part);
        uploads = Directory.EnumerateFiles(folder, "*" + AboutEnding).Select(Read)
            .ToImmutableSortedDictionary(upload => upload.Id, upload => upload, StringComparer.Ordinal);
        foreach (string data in Directory.EnumerateFiles(folder, "*" + DataEnding)
            .Where(data => Find(Path.GetFileNameWithoutExtension(data)) is null))
            File.Delete(data);
    }

    /// <summary>Every upload, newest first.</summary>
    public IReadOnlyList<LayerUpload> All => [.. Volatile.Read(ref uploads).Values.Reverse()];

    /// <summary>The upload of an id, or null.</summary>
    public LayerUpload? Find(string id) => Volatile.Read(ref uploads).GetValueOrDefault(id);

    /// <summary>Where the bytes of an upload are.</summary>
    public string FileOf(LayerUpload upload) => PathOf(upload.Id, DataEnding);

    /// <summary>
    /// Keeps the bytes of a file; null after the problem was added. Nothing lists it before it is saved.
    /// </summary>
    public async Task<LayerUpload?> StageAsync(
        IFile file, string layer, string by, DateTimeOffset now, ProblemList problems,
        CancellationToken cancellation)
    {
        string name = NameOf(file.Name);
        if (!Endings.TryGetValue(Path.GetExtension(name).ToLowerInvariant(), out string? ending))
        {
            problems.Refuse(ChangeProblemCode.UploadFormatUnknown, name,
                new("文件格式无法识别。", "The file is of no format that is read."),
                new($"可用：{string.Join("、", Endings.Keys)}；Shapefile 请打包为 .zip。",
                    $"Send {string.Join(", ", Endings.Keys)}; a Shapefile packed as .zip."));
            return null;
        }
        if (!HasRoom(file.Length ?? 0, name, problems)) return null;
        string id = Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture);
        try
        {
            var (count, hash) = await CopyAsync(file, PathOf(id, DataEnding), cancellation);
            return new LayerUpload(id, layer, name, ending, count, hash, by, now);
        }
        catch (IOException full)
        {
            RefuseFull(name, problems, full.Message);
            return null;
        }
    }

    /// <summary>Keeps what is known of an upload; the bytes of one that was decided go.</summary>
    public void Save(LayerUpload upload)
    {
        lock (turn)
        {
            string part = PathOf(upload.Id, PartEnding);
            File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(upload));
            File.Move(part, PathOf(upload.Id, AboutEnding), overwrite: true);
            if (IsDecided(upload)) File.Delete(FileOf(upload));
            uploads = uploads.SetItem(upload.Id, upload);
            foreach (var old in uploads.Values.Where(IsDecided).SkipLast(RememberedMax).ToList()) Drop(old);
        }
    }

    /// <summary>
    /// Changes an upload if it is in that state; the changed one, or null.
    /// </summary>
    public LayerUpload? Change(string id, UploadState from, Func<LayerUpload, LayerUpload> change)
    {
        lock (turn)
        {
            if (Find(id) is not { } upload || upload.State != from) return null;
            var changed = change(upload);
            Save(changed);
            return changed;
        }
    }

    /// <summary>Forgets an upload and its bytes.</summary>
    public void Drop(LayerUpload upload)
    {
        lock (turn)
        {
            File.Delete(PathOf(upload.Id, AboutEnding));
            File.Delete(FileOf(upload));
            uploads = uploads.Remove(upload.Id);
        }
    }

    private static bool IsDecided(LayerUpload upload) => upload.State is
        UploadState.Refused or UploadState.Accepted or UploadState.Rejected or UploadState.Failed;

    private bool HasRoom(long bytes, string name, ProblemList problems)
    {
        if (bytes > bytesMax)
        {
            problems.Refuse(ChangeProblemCode.UploadTooLarge, name,
                new($"文件有 {bytes} 字节，超过上限 {bytesMax}。",
                    $"The file has {bytes} bytes, more than {bytesMax}."),
                new("请拆分、压缩或改用 GeoPackage；管理员可提高 GEP_UPLOAD_MEBIBYTES。",
                    "Split it, or send a GeoPackage; the administrator can raise GEP_UPLOAD_MEBIBYTES."));
            return false;
        }
        var waiting = Volatile.Read(ref uploads).Values.Where(upload => !IsDecided(upload)).ToList();
        bool isFull = waiting.Count >= WaitingMax
            || waiting.Sum(upload => upload.ByteCount) + bytes > GreatestFilesMax * bytesMax;
        if (isFull) RefuseFull(name, problems, $"{waiting.Count} wait");
        return !isFull;
    }

    private static void RefuseFull(string name, ProblemList problems, string why) => problems.Refuse(
        ChangeProblemCode.UploadFolderFull, name,
        new($"待定文件夹已满或无法写入：{why}。", $"The folder of waiting files is full or cannot be written: {why}."),
        new("请先接受或退回待定的文件。", "Accept or reject files that wait, then send it again."));

    private static async Task<(long Count, string Hash)> CopyAsync(
        IFile file, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[CopyBytes];
        long count = 0;
        try
        {
            await using var from = file.OpenReadStream();
            await using var to = File.Create(path);
            for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; count += read)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static LayerUpload Read(string path) =>
        JsonSerializer.Deserialize<LayerUpload>(File.ReadAllBytes(path))
            ?? throw new InvalidDataException($"{path} is no upload.");

    /// <summary>The last part of a name, without what a terminal or a page would act on.</summary>
    private static string NameOf(string name)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        string shown = string.Concat(last.Where(letter => !char.IsControl(letter)));
        return shown.Length <= NameLettersMax ? shown : shown[^NameLettersMax..];
    }

    private string PathOf(string id, string ending) => Path.Combine(folder, id + ending);
}

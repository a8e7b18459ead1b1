using Gep.Api.Uploads;
using Gep.Api.Workspaces;
using Gep.GraphQL.Types;

namespace Gep.Api.Tests.Uploads;

public sealed class UploadShelfTests : IDisposable
{
    private const int BytesMax = 10;

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("gep-shelf-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task StageAsync_AsManyAsMayWait_RefusesOneMoreUntilOneIsDecided()
    {
        var shelf = new UploadShelf(folder, BytesMax);
        for (int waiting = 0; waiting < 4; waiting++) shelf.Save((await StageAsync(shelf, []))!);
        var problems = new ProblemList();

        Assert.Null(await StageAsync(shelf, [], problems));
        Assert.Equal("upload-folder-full", Assert.Single(problems.All).Code);

        shelf.Save(shelf.All[0] with { State = UploadState.Rejected });
        Assert.NotNull(await StageAsync(shelf, []));
    }

    [Fact]
    public async Task New_FolderOfAnEarlierService_HasWhatWasSavedAndNothingElse()
    {
        var first = new UploadShelf(folder, BytesMax);
        var saved = (await StageAsync(first, [1, 2]))!;
        first.Save(saved with { State = UploadState.Ready });
        await StageAsync(first, [3]);

        var second = new UploadShelf(folder, BytesMax);

        var upload = Assert.Single(second.All);
        Assert.Equal((saved.ContentHash, UploadState.Ready), (upload.ContentHash, upload.State));
        Assert.Equal([1, 2], await File.ReadAllBytesAsync(second.FileOf(upload)));
        Assert.Single(Directory.EnumerateFiles(folder, "*.data"));
    }

    [Fact]
    public async Task Change_AnotherState_ChangesNothing()
    {
        var shelf = new UploadShelf(folder, BytesMax);
        var upload = (await StageAsync(shelf, [1]))!;
        shelf.Save(upload);

        Assert.Null(shelf.Change(upload.Id, UploadState.Ready, now => now with { Note = "x" }));
        Assert.Null(shelf.Find(upload.Id)!.Note);
    }

    private static Task<LayerUpload?> StageAsync(
        UploadShelf shelf, byte[] bytes, ProblemList? problems = null) =>
        shelf.StageAsync(
            new SentFile(bytes.Length == 0 ? new byte[BytesMax] : bytes), "lakes", "analyst", Now,
            problems ?? new ProblemList(), CancellationToken.None);

    private sealed class SentFile(byte[] bytes) : IFile
    {
        public string Name => "lakes.geojson";

        public long? Length => bytes.Length;

        public string? ContentType => null;

        public Stream OpenReadStream() => new MemoryStream(bytes);

        public Task CopyToAsync(Stream target, CancellationToken cancellationToken) =>
            target.WriteAsync(bytes, cancellationToken).AsTask();
    }
}

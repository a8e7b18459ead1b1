using Gep.Api.Changes;
using Gep.Api.Uploads;

namespace Gep.Api.Serving;

/// <summary>What takes writes that change the workspace.</summary>
/// <param name="Uploads">Files sent as layers; null where the service keeps nothing.</param>
/// <param name="Records">Claims, readings and adjustments; null there too.</param>
internal sealed record WriteDesks(UploadDesk? Uploads, RecordDesk? Records)
{
    private const string TemporaryFolder = "gep-uploads";

    /// <summary>The desks of a service.</summary>
    public static WriteDesks Of(ServeSettings settings, SnapshotHolder holder, ServeChanges? kept)
    {
        if (kept is null) return new WriteDesks(null, null);
        var changes = new ChangeDesk(holder, kept.Workspace);
        var shelf = new UploadShelf(
            settings.UploadFolder ?? Path.Combine(Path.GetTempPath(), TemporaryFolder), settings.UploadBytes);
        return new WriteDesks(
            new UploadDesk(shelf, changes, settings.Clock),
            new RecordDesk(changes, kept.Records));
    }
}

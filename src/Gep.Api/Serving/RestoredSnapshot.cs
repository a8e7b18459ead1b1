using Gep.Api.Layers;

namespace Gep.Api.Serving;

/// <summary>A workspace as it was, written back into a folder that goes with it.</summary>
/// <param name="opened">The workspace.</param>
/// <param name="folder">Its folder.</param>
internal sealed class RestoredSnapshot(OpenedWorkspace opened, string folder) : IDisposable
{
    /// <summary>The workspace.</summary>
    public OpenedWorkspace Opened => opened;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}

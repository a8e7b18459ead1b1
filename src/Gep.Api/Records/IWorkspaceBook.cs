using Gep.Api.Workspaces;

namespace Gep.Api.Records;

/// <summary>The content of a workspace by snapshots: the published one, and the way to the next.</summary>
internal interface IWorkspaceBook
{
    /// <summary>Id of the published snapshot; null before the first.</summary>
    string? Current();

    /// <summary>Writes the files of the published snapshot into an empty folder and gives its id.</summary>
    string WriteTo(string folder);

    /// <summary>
    /// Checks a folder as a whole, keeps it and publishes it; null after the problems that prevent it were
    /// added, and nothing was written then.
    /// </summary>
    /// <param name="folder">The whole content, with what changes.</param>
    /// <param name="basis">
    /// The snapshot that the folder was written from; another one must not be hidden.
    /// </param>
    /// <param name="actor">Who does it.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellation">Stops it before it writes.</param>
    string? Publish(
        string folder, string basis, string actor, ProblemList problems, IProgress<RunProgress> progress,
        CancellationToken cancellation);
}

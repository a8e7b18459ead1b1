using System.Collections.Immutable;
using Gep.Api.Changes;
using Gep.Api.Workspaces;

namespace Gep.Api.Uploads;

/// <summary>A file that somebody sent as the next version of a layer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Layer">Name of the layer.</param>
/// <param name="FileName">What the client called it: shown, never a path.</param>
/// <param name="Ending">Ending of its format: <c>.geojson</c>.</param>
/// <param name="ByteCount">Its size [bytes].</param>
/// <param name="ContentHash">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="UploadedBy">Who sent it.</param>
/// <param name="UploadedAt">When.</param>
internal sealed record LayerUpload(
    string Id, string Layer, string FileName, string Ending, long ByteCount, string ContentHash,
    string UploadedBy, DateTimeOffset UploadedAt)
{
    /// <summary>Its coordinate reference system; null for that of the layer.</summary>
    public string? Crs { get; init; }

    /// <summary>Whether it is drawn, not surveyed; null for as the layer is.</summary>
    public bool? IsSchematic { get; init; }

    /// <summary>Its licence; null for that of the layer.</summary>
    public string? Licence { get; init; }

    /// <summary>What its sender or whoever decided said.</summary>
    public string? Note { get; init; }

    /// <summary>What became of it.</summary>
    public UploadState State { get; init; } = UploadState.Checking;

    /// <summary>The run that checks or accepts it.</summary>
    public string? Run { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The snapshot in which it is; null unless it was accepted.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Why an acceptance was refused.</summary>
    public ImmutableArray<WorkspaceProblem> Problems { get; init; } = [];

    /// <summary>What it would make of the layer; null before that is known.</summary>
    public LayerReview? Review { get; init; }

    /// <summary>The change that it is.</summary>
    /// <param name="file">Where its bytes are.</param>
    public LayerReplacement ReplacementFrom(string file) =>
        new(Layer, file, Ending, ContentHash, Crs, IsSchematic, Licence);
}

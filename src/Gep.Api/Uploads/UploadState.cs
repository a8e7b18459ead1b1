namespace Gep.Api.Uploads;

/// <summary>What became of a file that was sent.</summary>
internal enum UploadState
{
    /// <summary>It is being read and compared.</summary>
    Checking,

    /// <summary>It waits for a decision.</summary>
    Ready,

    /// <summary>It cannot be the layer; its review says why.</summary>
    Refused,

    /// <summary>It was accepted and is being published.</summary>
    Accepting,

    /// <summary>It is, or was, the layer.</summary>
    Accepted,

    /// <summary>Somebody laid it aside.</summary>
    Rejected,

    /// <summary>It could not be checked; the log has the reason.</summary>
    Failed,
}

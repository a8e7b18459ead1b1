namespace Gep.Api.Changes;

/// <summary>
/// Why what the service answers from was not changed; each has an entry in docs/problems.md.
/// </summary>
internal enum ChangeProblemCode
{
    /// <summary>The service serves straight from files and keeps nothing.</summary>
    StoreNeeded,

    /// <summary>Another snapshot was published while the change was made.</summary>
    SnapshotSuperseded,

    /// <summary>The workspace has no layer of that name.</summary>
    LayerUnknown,

    /// <summary>The file's ending is none of a format that is read.</summary>
    UploadFormatUnknown,

    /// <summary>The file is larger than the service takes.</summary>
    UploadTooLarge,

    /// <summary>The folder of files that wait for a decision is full, or cannot be written.</summary>
    UploadFolderFull,

    /// <summary>There is no such upload at this instance.</summary>
    UploadUnknown,

    /// <summary>The upload is not waiting for a decision.</summary>
    UploadNotReady,

    /// <summary>The layer was replaced since the upload was compared with it.</summary>
    LayerReplacedSince,

    /// <summary>The layer lies where the districts do not.</summary>
    LayerElsewhere,

    /// <summary>The caller is responsible for some districts only.</summary>
    DistrictForbidden,

    /// <summary>The scheme settles on nothing of that kind.</summary>
    RecordNotTaken,

    /// <summary>There is no such record of that number in force.</summary>
    RecordUnknown,

    /// <summary>The number belongs to another record.</summary>
    RecordNumberTaken,

    /// <summary>A correction or withdrawal does not say why.</summary>
    ReasonMissing,

    /// <summary>The lines of the schedule were submitted: nothing is settled with it any more.</summary>
    ScheduleSubmitted,

    /// <summary>Adjustments of the schedule wait for publication: it is not submitted yet.</summary>
    AdjustmentsWaiting,

    /// <summary>No issued schedule differs there from what is due.</summary>
    DifferenceUnknown,

    /// <summary>The amount is more than what of the difference is open, or has the other sign.</summary>
    DifferenceExceeded,
}

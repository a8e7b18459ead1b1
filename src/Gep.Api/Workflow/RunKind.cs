namespace Gep.Api.Workflow;

/// <summary>What a run makes.</summary>
internal enum RunKind
{
    /// <summary>An account of a year by a profile.</summary>
    Account,

    /// <summary>Schedules of a year.</summary>
    Schedule,

    /// <summary>A new snapshot of the workspace, which then answers.</summary>
    Publish,

    /// <summary>A file that was sent is read and checked as a layer.</summary>
    Review,

    /// <summary>A file that was reviewed becomes the layer.</summary>
    Accept,

    /// <summary>Claims and readings that were recorded come into force.</summary>
    Records,
}

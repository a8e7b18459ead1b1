namespace Gep.Api.Workflow;

/// <summary>How far a run is.</summary>
internal enum RunState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Done, with a result.</summary>
    Succeeded,

    /// <summary>Its input was refused; its problems say why.</summary>
    Refused,

    /// <summary>Something failed; the log has the reason.</summary>
    Failed,
}

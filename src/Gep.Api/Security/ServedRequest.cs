using Gep.Api.Serving;
using Microsoft.AspNetCore.Http;

namespace Gep.Api.Security;

/// <summary>
/// One request: who asks, and the snapshot that answers it. The snapshot is taken once, so that one that
/// replaces it meanwhile mixes nothing.
/// </summary>
internal sealed class ServedRequest(IHttpContextAccessor accessor, SnapshotHolder holder)
{
    /// <summary>Who asks.</summary>
    public Caller Caller { get; } =
        accessor.HttpContext is { } context ? Admission.CallerOf(context) : Caller.Public;

    /// <summary>The snapshot; null while the first one is read.</summary>
    public ServiceSnapshot? Snapshot { get; } = holder.Current;
}

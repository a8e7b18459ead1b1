namespace Gep.Api.Serving;

/// <summary>
/// The snapshot in force. A request takes it once and keeps it to its end, so that a replacement in between
/// mixes nothing.
/// </summary>
internal sealed class SnapshotHolder
{
    private ServiceSnapshot? current;

    /// <summary>The snapshot; null until the first one is read.</summary>
    public ServiceSnapshot? Current => Volatile.Read(ref current);

    /// <summary>Puts another in its place.</summary>
    public void Replace(ServiceSnapshot snapshot) => Volatile.Write(ref current, snapshot);
}

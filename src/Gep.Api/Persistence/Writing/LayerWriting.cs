namespace Gep.Api.Persistence.Writing;

/// <summary>Writes layer versions whose features are all there.</summary>
internal static class LayerWriting
{
    /// <summary>
    /// The version of this content: the one that is there, or a new one that is there whole or not at all.
    /// </summary>
    /// <param name="store">The store; it is this process's turn to write.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="root">Folder of the workspace.</param>
    /// <param name="content">The layer.</param>
    /// <param name="features">Its features in order.</param>
    /// <param name="actor">Who writes.</param>
    public static StoredLayer Write(
        Store store, long workspaceId, string root, LayerContent content,
        IReadOnlyList<FeatureToStore> features, string actor)
    {
        if (LayerLoad.Find(store, workspaceId, content) is { } same) return same;
        using var load = new LayerLoad(store, Task.FromResult(content));
        load.Add(features);
        return load.Complete(workspaceId, root, actor);
    }
}

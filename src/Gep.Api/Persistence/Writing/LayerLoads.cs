using System.Collections.Concurrent;
using Gep.Accounting.Codes;
using Gep.Api.Layers;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Writing;

/// <summary>
/// The layers of one ingest that are sent to the database while they are read. Nobody sees them before they
/// are complete; whatever is not completed is given up.
/// </summary>
internal sealed class LayerLoads : IDisposable
{
    private readonly ConcurrentDictionary<string, LayerLoad> loads = new(StringComparer.Ordinal);
    private readonly Store store;
    private readonly string root;
    private readonly long? workspaceId;

    /// <summary>No layer yet.</summary>
    /// <param name="store">The store; it is this process's turn to write.</param>
    /// <param name="workspace">Code of the workspace, which may be new.</param>
    /// <param name="root">Its folder.</param>
    public LayerLoads(Store store, string workspace, string root)
    {
        (this.store, this.root) = (store, root);
        using var context = store.NewContext();
        workspaceId = context.Workspaces.AsNoTracking()
            .Where(row => row.Code == workspace).Select(row => (long?)row.Id).FirstOrDefault();
    }

    /// <summary>
    /// Who takes the features of a layer; null for a layer that is stored already, and for those that wait
    /// until they are read: districts, which are ordered by their codes, and layers of several files, which
    /// are read side by side.
    /// </summary>
    public Action<IReadOnlyList<LoadedFeature>>? TakerOf(LayerDefinition layer)
    {
        if (layer.Role == LayerRole.Districts || layer.Files.Length != 1) return null;
        var content = Task.Run(() => LayerContent.Of(root, layer));
        if (IsStored(layer, content)) return null;
        var load = new LayerLoad(store, content);
        loads[layer.Id] = load;
        return batch => load.Add([.. batch.Select(feature => new FeatureToStore(feature, TypeOf(feature)))]);
    }

    /// <summary>The layer as far as it was sent, or null where it waits.</summary>
    public LayerLoad? Find(string layer) => loads.GetValueOrDefault(layer);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var load in loads.Values) load.Dispose();
    }

    /// <summary>
    /// Whether this content is stored; of a layer without versions it need not be known yet.
    /// </summary>
    private bool IsStored(LayerDefinition layer, Task<LayerContent> content)
    {
        if (workspaceId is not { } known || !LayerLoad.HasVersions(store, known, layer.Id)) return false;
        return LayerLoad.Find(store, known, content.GetAwaiter().GetResult()) is not null;
    }

    /// <summary>The ecosystem type; where it is none, the layer is refused when all of it is read.</summary>
    private static string? TypeOf(LoadedFeature feature) =>
        feature.Layer.Role == LayerRole.Ecosystem
            && EcosystemTypeCode.TryParse(feature.Find(LayerAttribute.Type), out var type)
            ? type.ToString()
            : null;
}

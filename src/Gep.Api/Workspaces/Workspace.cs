using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Problems;
using Gep.Api.Layers;

namespace Gep.Api.Workspaces;

/// <summary>One city in one folder: what workspace.yaml and layers.yaml say.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Id">Short name.</param>
/// <param name="Region">Division code of the city.</param>
/// <param name="Name">Name of the city.</param>
/// <param name="Years">Years the workspace has data for, rising.</param>
/// <param name="DefaultProfile">Profile taken when none is named.</param>
/// <param name="Precedence">Ecosystem layers, the one that keeps contested ground first.</param>
/// <param name="Layers">Every layer that could be read.</param>
internal sealed record Workspace(
    string Root,
    string Id,
    DistrictCode Region,
    BilingualText Name,
    ImmutableArray<AccountingYear> Years,
    string DefaultProfile,
    ImmutableArray<string> Precedence,
    ImmutableArray<LayerDefinition> Layers)
{
    /// <summary>The layers of a role that hold for a year; ecosystem layers in order of precedence.</summary>
    public IEnumerable<LayerDefinition> LayersOf(LayerRole role, AccountingYear year) => Layers
        .Where(layer => layer.Role == role && layer.HoldsFor(year))
        .OrderBy(layer => Precedence.IndexOf(layer.Id));
}

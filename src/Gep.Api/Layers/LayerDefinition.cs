using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Api.Layers;

/// <summary>What layers.yaml says of one layer.</summary>
/// <param name="Id">Its name in the workspace.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Name">Its name in both languages.</param>
/// <param name="Files">Files in reading order, relative to the workspace.</param>
/// <param name="Crs">Declared coordinate reference system, such as <c>EPSG:4490</c>.</param>
/// <param name="FromYear">First year it holds for.</param>
/// <param name="ToYear">First year it no longer holds for.</param>
/// <param name="IsSchematic">Whether its geometry is drawn from published figures, not surveyed.</param>
/// <param name="Licence">Licence, as an SPDX expression where there is one.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Columns">Which column holds which attribute.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record LayerDefinition(
    string Id,
    LayerRole Role,
    BilingualText Name,
    ImmutableArray<string> Files,
    string Crs,
    AccountingYear FromYear,
    AccountingYear ToYear,
    bool IsSchematic,
    string Licence,
    SourceRef Source,
    ImmutableSortedDictionary<LayerAttribute, string> Columns,
    string Place)
{
    /// <summary>Whether the layer holds for a year.</summary>
    public bool HoldsFor(AccountingYear year) =>
        FromYear.CompareTo(year) <= 0 && year.CompareTo(ToYear) < 0;
}

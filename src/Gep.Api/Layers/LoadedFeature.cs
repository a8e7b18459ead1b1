using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Spatial.Ingest;

namespace Gep.Api.Layers;

/// <summary>A feature of a layer with the years in which it is there.</summary>
/// <param name="Layer">Its layer.</param>
/// <param name="File">File it was read from, relative to the workspace.</param>
/// <param name="Feature">Id, attributes and checked geometry.</param>
/// <param name="FromYear">First year; null when it was always there.</param>
/// <param name="ToYear">First year in which it is gone; null when it still is there.</param>
internal sealed record LoadedFeature(
    LayerDefinition Layer, string File, LayerFeature Feature, int? FromYear, int? ToYear)
{
    /// <summary>Layer and feature, as problems and explanations name it.</summary>
    public string Place => string.Create(
        CultureInfo.InvariantCulture, $"{File} #{Feature.Ordinal} {Layer.Id}/{Feature.Id}");

    /// <summary>
    /// The text of an attribute, or null where the layer has no such column or the feature no value.
    /// </summary>
    public string? Find(LayerAttribute attribute) =>
        Layer.Columns.TryGetValue(attribute, out string? column)
            && Feature.Attributes.TryGetValue(column, out string? text) && text.Length > 0
            ? text
            : null;

    /// <summary>Whether the feature is there in a year.</summary>
    public bool IsThereIn(AccountingYear year) =>
        (FromYear is null || FromYear <= year.Number) && (ToYear is null || year.Number < ToYear);
}

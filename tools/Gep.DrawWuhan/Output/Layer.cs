using Gep.DrawWuhan.Drawing;

namespace Gep.DrawWuhan.Output;

/// <summary>A layer to write: its features and how layers.yaml describes it.</summary>
internal sealed record Layer(
    string Id, string NameZh, string NameEn, string Role, LayerFiles Files, string Place, string Confidence,
    string Attributes, Feature[] Features);

/// <summary>How a layer is spread over files.</summary>
internal enum LayerFiles
{
    /// <summary>One FeatureCollection, one feature a line.</summary>
    Collection,

    /// <summary>One newline-delimited file.</summary>
    Lines,

    /// <summary>One newline-delimited file for each district.</summary>
    LinesByDistrict,
}

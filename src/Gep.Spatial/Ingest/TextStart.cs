using Gep.Spatial.Problems;

namespace Gep.Spatial.Ingest;

/// <summary>The first bytes of a text file.</summary>
internal static class TextStart
{
    /// <summary>
    /// Skips a UTF-8 byte order mark and refuses UTF-16; null when there is nothing to say.
    /// </summary>
    public static LayerProblem? Examine(JsonSlicer slicer, LayerPlace file)
    {
        if (slicer.SkipPrefix([0xEF, 0xBB, 0xBF]))
            return LayerProblem.At(LayerProblemCode.ByteOrderMark, file);
        return slicer.SkipPrefix([0xFF, 0xFE]) || slicer.SkipPrefix([0xFE, 0xFF])
            ? LayerProblem.At(LayerProblemCode.TextNotUtf8, file)
            : null;
    }
}

namespace Gep.Spatial.Problems;

/// <summary>How much a problem of a layer weighs.</summary>
public enum LayerProblemSeverity
{
    /// <summary>Something that readers of the result should know; nothing is wrong with it.</summary>
    Remark,

    /// <summary>The layer is used, but someone should look.</summary>
    Warning,

    /// <summary>The feature concerned, or the whole layer, is not used.</summary>
    Refusal,
}

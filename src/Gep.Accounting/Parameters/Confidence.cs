namespace Gep.Accounting.Parameters;

/// <summary>How well a number is established.</summary>
public enum Confidence
{
    /// <summary>From memory, transferred from elsewhere or assumed: replace before official use.</summary>
    Low,

    /// <summary>One source only, or sources that disagree.</summary>
    Medium,

    /// <summary>Seen in a source and confirmed by a second one or by arithmetic.</summary>
    High,
}

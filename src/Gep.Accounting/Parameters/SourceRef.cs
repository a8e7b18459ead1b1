namespace Gep.Accounting.Parameters;

/// <summary>Where a number is written, and how far to trust it.</summary>
/// <param name="Key">Key of docs/sources.md, such as <c>GONG2017</c>.</param>
/// <param name="Place">Article, table or page in it; empty when the whole document is meant.</param>
/// <param name="Confidence">How well the number is established.</param>
public sealed record SourceRef(string Key, string Place, Confidence Confidence)
{
    /// <summary>Key and place as printed: <c>[GONG2017] table 2</c>.</summary>
    public override string ToString() => Place.Length == 0 ? $"[{Key}]" : $"[{Key}] {Place}";
}

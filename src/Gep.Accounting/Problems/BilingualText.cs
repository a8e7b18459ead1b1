namespace Gep.Accounting.Problems;

/// <summary>One sentence or name in Chinese and in English.</summary>
/// <param name="Chinese">The Chinese text.</param>
/// <param name="English">The English text.</param>
public readonly record struct BilingualText(string Chinese, string English)
{
    /// <summary>Both, Chinese first.</summary>
    public override string ToString() => $"{Chinese} {English}";
}

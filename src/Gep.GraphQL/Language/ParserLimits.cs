namespace Gep.GraphQL.Language;

/// <summary>How much text a parser takes. Spec Appendix A leaves such limits to the server.</summary>
/// <param name="Tokens">Most tokens of a document.</param>
/// <param name="Depth">Deepest nesting of selections, values and list types; also bounds every later
/// walk.</param>
internal readonly record struct ParserLimits(int Tokens, int Depth)
{
    /// <summary>Deep enough for any written document, far from the end of a 1 MB stack.</summary>
    public const int DefaultDepth = 200;

    public static ParserLimits Default { get; } = new(int.MaxValue, DefaultDepth);
}

namespace Gep.Accounting.Problems;

/// <summary>How much a problem weighs.</summary>
public enum ProblemSeverity
{
    /// <summary>Something the reader of the result should know; nothing is wrong.</summary>
    Remark,

    /// <summary>The result stands, but someone should look.</summary>
    Warning,

    /// <summary>The thing concerned is refused; no result is made from it.</summary>
    Refusal,
}

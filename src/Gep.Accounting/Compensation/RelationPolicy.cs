namespace Gep.Accounting.Compensation;

/// <summary>What holds when a parcel, or a piece of ground, is in two schemes ([COMPENSATION]
/// §4.8).</summary>
public enum RelationPolicy
{
    /// <summary>A parcel may be in one of them only.</summary>
    Exclusive,

    /// <summary>Each piece is paid once, by the scheme with the higher rate (就高不就低).</summary>
    HigherOf,

    /// <summary>The other scheme pays the piece.</summary>
    Yields,

    /// <summary>This scheme pays the piece; the other one yields.</summary>
    Prevails,

    /// <summary>This scheme pays only what exceeds the other's rate.</summary>
    TopUpTo,

    /// <summary>What the other paid for the same loss is deducted (同一损失不重复).</summary>
    SameLossOnce,

    /// <summary>Both are paid.</summary>
    Stack,

    /// <summary>Nobody established it: both are drawn, with a warning.</summary>
    Undetermined,
}

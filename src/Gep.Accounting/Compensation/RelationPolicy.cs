namespace Gep.Accounting.Compensation;

/// <summary>What holds when a parcel is in two schemes.</summary>
public enum RelationPolicy
{
    /// <summary>A parcel may be in one of them only.</summary>
    Exclusive,

    /// <summary>Both are paid.</summary>
    Stack,

    /// <summary>Nobody established it: both are drawn, with a warning.</summary>
    Undetermined,
}

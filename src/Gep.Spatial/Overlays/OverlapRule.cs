namespace Gep.Spatial.Overlays;

/// <summary>What becomes of area that two parcels have in common.</summary>
public enum OverlapRule
{
    /// <summary>The parcel of higher precedence has it; nothing is counted twice.</summary>
    Resolve,

    /// <summary>Both have it; sums count it twice.</summary>
    Keep,
}

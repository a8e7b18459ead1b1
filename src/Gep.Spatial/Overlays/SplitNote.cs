namespace Gep.Spatial.Overlays;

/// <summary>What is known of an edge beside its own owner.</summary>
internal struct SplitNote
{
    /// <summary>Edges of other owners begin or end where it begins.</summary>
    public bool StartsAtNode;

    /// <summary>It is the same as an edge before it, which stands for both.</summary>
    public bool IsCovered;

    /// <summary>Other winners that have the same edge, and lie on its left.</summary>
    public ulong Same;

    /// <summary>Other winners that have the same edge the other way, and lie on its right.</summary>
    public ulong Opposite;

    /// <summary>It is a border of zones, with these on its sides.</summary>
    public bool HasZones;
    public int ZoneLeft, ZoneRight;
}

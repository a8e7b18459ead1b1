namespace Gep.Spatial.Overlays;

/// <summary>What two edges have in common.</summary>
internal enum EdgeMeetingKind
{
    /// <summary>Nothing but an end, if that.</summary>
    Apart,

    /// <summary>A place inside both.</summary>
    Cross,

    /// <summary>All, and they run the same way.</summary>
    SameWay,

    /// <summary>All, and they run opposite ways.</summary>
    OtherWay,

    /// <summary>An end of one lies amid the other, or they run along each other for a part.</summary>
    Touch,
}

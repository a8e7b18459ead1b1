namespace Gep.Spatial.Overlays;

/// <summary>Where a place of a parcel lies.</summary>
/// <param name="Winners">Which of those that take from the parcel lie over it, a bit each.</param>
/// <param name="Zone">The zone.</param>
internal readonly record struct SplitFace(ulong Winners, int Zone);

namespace Gep.Spatial.Overlays;

/// <summary>Some edges of a ring, one behind the other.</summary>
/// <param name="Parcel">The parcel of the ring.</param>
/// <param name="Ring">Where the ring begins, in the arrays of the parcel.</param>
/// <param name="RingEdges">How many edges the ring has.</param>
/// <param name="From">The vertex with which the first edge begins.</param>
/// <param name="To">The vertex with which the last edge ends.</param>
internal readonly record struct RingStretch(int Parcel, int Ring, int RingEdges, int From, int To)
{
    /// <summary>How many edges there are.</summary>
    public int Edges => To - From;

    /// <summary>The vertex before the first, which may be the last of the ring.</summary>
    public int Before => From > Ring ? From - 1 : Ring + RingEdges - 1;
}

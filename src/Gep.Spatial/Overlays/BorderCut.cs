namespace Gep.Spatial.Overlays;

/// <summary>Where an edge of a parcel crosses a border.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Border">Place of the segment in the list of those nearby.</param>
/// <param name="AlongEdge">How far along the edge, 0 to 1.</param>
/// <param name="AlongBorder">How far along the segment, 0 to 1.</param>
/// <param name="X">x from the origin of the parcel [m].</param>
/// <param name="Y">y from the origin of the parcel [m].</param>
/// <param name="LeavesLeft">The edge comes from the left of the segment.</param>
internal readonly record struct BorderCut(
    int Edge, int Border, double AlongEdge, double AlongBorder, double X, double Y, bool LeavesLeft)
{
    /// <summary>Edge by edge, from the beginning of each.</summary>
    public readonly struct AlongEdges : IComparer<BorderCut>
    {
        public int Compare(BorderCut x, BorderCut y) =>
            x.Edge != y.Edge ? x.Edge.CompareTo(y.Edge) : x.AlongEdge.CompareTo(y.AlongEdge);
    }

    /// <summary>Segment by segment, from the beginning of each.</summary>
    public readonly struct AlongBorders : IComparer<BorderCut>
    {
        public int Compare(BorderCut x, BorderCut y) =>
            x.Border != y.Border ? x.Border.CompareTo(y.Border) : x.AlongBorder.CompareTo(y.AlongBorder);
    }
}

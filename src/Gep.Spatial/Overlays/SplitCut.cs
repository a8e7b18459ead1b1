namespace Gep.Spatial.Overlays;

/// <summary>Where an edge crosses another; each crossing is noted for both.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Other">The edge that it crosses.</param>
/// <param name="Along">How far along the edge, 0 to 1.</param>
/// <param name="X">x from the origin [m].</param>
/// <param name="Y">y from the origin [m].</param>
/// <param name="FromLeft">The edge comes from the left of the other.</param>
/// <param name="Crossing">Number of the crossing, the same for both.</param>
internal readonly record struct SplitCut(
    int Edge, int Other, double Along, double X, double Y, bool FromLeft, int Crossing)
{
    /// <summary>Edge by edge, from the beginning of each.</summary>
    public readonly struct ByEdge : IComparer<SplitCut>
    {
        public int Compare(SplitCut x, SplitCut y)
        {
            int order = x.Edge.CompareTo(y.Edge);
            if (order == 0) order = x.Along.CompareTo(y.Along);
            return order != 0 ? order : x.Other.CompareTo(y.Other);
        }
    }
}

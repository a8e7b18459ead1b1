namespace Gep.Spatial.Overlays;

/// <summary>What is known of an edge of a parcel that is split at borders.</summary>
internal struct EdgeNote
{
    /// <summary>The zone is not known.</summary>
    public const int Unknown = -2;

    /// <summary>The edge, by the vertex with which it begins.</summary>
    public int Edge;

    /// <summary>The zone on its left where it is also a border.</summary>
    public int Fixed;

    public bool StartsAtNode;
    public bool EndsAtNode;
    public bool HasCut;

    /// <summary>As they follow each other in the parcel.</summary>
    public readonly struct ByEdge : IComparer<EdgeNote>
    {
        public int Compare(EdgeNote x, EdgeNote y) => x.Edge.CompareTo(y.Edge);
    }
}

namespace Gep.Spatial.Overlays;

/// <summary>What is known of a border near a parcel.</summary>
internal struct BorderNote
{
    public bool IsOnEdge;
    public bool StartsAtNode;
    public bool EndsAtNode;
}

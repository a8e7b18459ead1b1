namespace Gep.Spatial.Overlays;

/// <summary>A place where the ring of a parcel enters or leaves another parcel.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Vertex">The vertex with which the edge begins that crosses, in the arrays of the parcel.
/// </param>
/// <param name="Other">The other parcel.</param>
/// <param name="Enters">Whether it is entered.</param>
/// <param name="Along">
/// How far along the edge, 0 to 1; <see cref="FromTheStart"/> where the whole ring may lie in the other.
/// </param>
/// <param name="X">x of the crossing, seen from the origin of the grid [m].</param>
/// <param name="Y">y of the crossing [m].</param>
internal readonly record struct RingEvent(
    int Parcel, int Vertex, int Other, bool Enters, double Along, double X, double Y)
{
    /// <summary>The ring begins in the other parcel.</summary>
    public const double FromTheStart = -1;

    /// <summary>The order in which a ring meets them.</summary>
    public readonly struct InOrder : IComparer<RingEvent>
    {
        public int Compare(RingEvent one, RingEvent other)
        {
            int byVertex = one.Vertex.CompareTo(other.Vertex);
            if (byVertex != 0) return byVertex;
            int byPlace = one.Along.CompareTo(other.Along);
            if (byPlace != 0) return byPlace;
            int byParcel = one.Other.CompareTo(other.Other);
            return byParcel != 0 ? byParcel : one.Enters.CompareTo(other.Enters);
        }
    }
}

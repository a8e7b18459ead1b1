using NetTopologySuite.Geometries;

namespace Gep.Spatial.Overlays;

/// <summary>A parcel with its place in the caller's lists.</summary>
internal readonly record struct ParcelRank<TClass>(int Layer, int Index, OverlayParcel<TClass> Parcel)
{
    /// <summary>
    /// Precedence: by layer, then by id, then by coordinates, then by class, so that it does not depend on
    /// the order of features even where ids repeat.
    /// </summary>
    public static int Compare(ParcelRank<TClass> a, ParcelRank<TClass> b)
    {
        int order = a.Layer.CompareTo(b.Layer);
        if (order == 0) order = string.CompareOrdinal(a.Parcel.Id, b.Parcel.Id);
        if (order == 0) order = Compare(a.Parcel.Geometry.Coordinates, b.Parcel.Geometry.Coordinates);
        return order != 0 ? order : KeyOrder<TClass>.Comparer.Compare(a.Parcel.Class, b.Parcel.Class);
    }

    private static int Compare(Coordinate[] a, Coordinate[] b)
    {
        int order = a.Length.CompareTo(b.Length);
        for (int i = 0; order == 0 && i < a.Length; i++) order = (a[i].X, a[i].Y).CompareTo((b[i].X, b[i].Y));
        return order;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Area of each class in each zone and beyond all zones.</summary>
/// <remarks>Sums are of integers, so they do not depend on threads or on the order of parcels.</remarks>
public sealed class ZoneClassAreas
{
    /// <summary>By zone and class, last of all those beyond all zones.</summary>
    private readonly Entry[] _entries;
    private readonly List<int> _nearBorder = [];

    internal ZoneClassAreas(int zones, int classes)
    {
        (Zones, Classes) = (zones, classes);
        _entries = new Entry[(zones + 1) * classes];
    }

    /// <summary>How many zones there are.</summary>
    public int Zones { get; }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>How many parcels were split at borders.</summary>
    public int SplitParcels { get; private set; }

    /// <summary>How many of these needed a general overlay.</summary>
    public int OverlaidParcels { get; private set; }

    /// <summary>
    /// Most by which the pieces of a split parcel missed the parcel before rounding was shared out, as a part
    /// of it; of 1 m² where it is smaller [-].
    /// </summary>
    public double LargestMiss { get; private set; }

    /// <summary>Area of a class in a zone [m²].</summary>
    public double SquareMetres(int zone, int classIndex) => EntryOf(zone, classIndex).Sum.SquareMetres;

    /// <summary>How many pieces a class has in a zone.</summary>
    public int Pieces(int zone, int classIndex) => EntryOf(zone, classIndex).Pieces;

    /// <summary>Area of a class beyond all zones [m²].</summary>
    public double OutsideSquareMetres(int classIndex) => SquareMetres(Zones, classIndex);

    /// <summary>
    /// Adds a range of parcels: first those that the grid settles, then those near borders.
    /// </summary>
    internal void Add(ZoneCutter cutter, ParcelTable table, int from, int end)
    {
        _nearBorder.Clear();
        ReadOnlySpan<ParcelRow> rows = table.RowsOf(from, end);
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly ParcelRow row = ref rows[i];
            if (cutter.TryFindZone(row, out int zone)) Count(zone, row.Class, row.SquareMetres, 1);
            else _nearBorder.Add(from + i);
        }
        for (int i = 0; i < _nearBorder.Count; i++)
        {
            table.Prefetch(CollectionsMarshal.AsSpan(_nearBorder), i);
            double area = cutter.CutNearBorder(_nearBorder[i], out int? whole);
            Count(cutter, whole, table.ClassOf(_nearBorder[i]), area, 1);
        }
    }

    internal void Add(ZoneCutter cutter, int parcel, int classIndex) =>
        Count(cutter, parcel, classIndex, 1);

    internal void Remove(ZoneCutter cutter, int parcel, int classIndex) =>
        Count(cutter, parcel, classIndex, -1);

    /// <summary>Leaves of a piece that was added what others do not take of it.</summary>
    internal void Lose(int zone, int classIndex, double gross, double net)
    {
        ref Entry entry = ref EntryOf(zone == ZoneSegments.Outside ? Zones : zone, classIndex);
        entry.Sum.Remove(gross);
        entry.Sum.Add(net);
    }

    internal void Add(ZoneClassAreas other)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            _entries[i].Sum.Add(other._entries[i].Sum);
            _entries[i].Pieces += other._entries[i].Pieces;
        }
    }

    internal void Add(ZoneClassAreas other, ZoneCutter cutter)
    {
        Add(other);
        SplitParcels += cutter.Split;
        OverlaidParcels += cutter.Overlaid;
        LargestMiss = Math.Max(LargestMiss, cutter.LargestMiss);
    }

    private void Count(ZoneCutter cutter, int parcel, int classIndex, int sign)
    {
        double area = cutter.Cut(parcel, out int? whole);
        Count(cutter, whole, classIndex, area, sign);
    }

    private void Count(ZoneCutter cutter, int? whole, int classIndex, double area, int sign)
    {
        if (whole is { } zone)
        {
            Count(zone, classIndex, area, sign);
            return;
        }
        for (int i = 0; i < cutter.Shares.Count; i++)
            Count(cutter.Shares[i].Zone, classIndex, cutter.Shares[i].SquareMetres, sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(int zone, int classIndex, double area, int sign)
    {
        ref Entry entry = ref EntryOf(zone == ZoneSegments.Outside ? Zones : zone, classIndex);
        if (sign > 0) entry.Sum.Add(area);
        else entry.Sum.Remove(area);
        entry.Pieces += sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry EntryOf(int zone, int classIndex)
    {
        unchecked
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)Classes);
            return ref _entries[zone * Classes + classIndex];
        }
    }

    private struct Entry
    {
        public AreaSum Sum;
        public int Pieces;
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>Finds the parcels in which the rings of others begin, and do not cross at once; made for reuse.
/// </summary>
internal sealed class RingHolders(ParcelTable table, LargeParcels large, bool[] isUncertain)
{
    private const int Lanes = 16;

    private float[] _minX = [], _minY = [], _maxX = [], _maxY = [];
    private int[] _parcels = [];
    private int _count;

    /// <summary>Forgets all parcels.</summary>
    public void Restart() => _count = 0;

    /// <summary>Adds a parcel in which rings may lie.</summary>
    public void Add(int parcel)
    {
        if (_minX.Length < _count + 1 + Lanes)
        {
            int size = 2 * _count + 2 * Lanes;
            Array.Resize(ref _minX, size);
            Array.Resize(ref _minY, size);
            Array.Resize(ref _maxX, size);
            Array.Resize(ref _maxY, size);
            Array.Resize(ref _parcels, size);
        }
        Vector128<float> box = table.RowOf(parcel).Box;
        (_minX[_count], _minY[_count], _maxX[_count], _maxY[_count]) = (box[0], box[1], box[2], box[3]);
        _parcels[_count++] = parcel;
    }

    /// <summary>Adds the parcels to a list in which a ring may lie as a whole.</summary>
    /// <param name="parcel">Its parcel.</param>
    /// <param name="rings">The rings of the parcel.</param>
    /// <param name="start">Where the ring begins, in the tile.</param>
    /// <param name="edges">How many edges it has.</param>
    /// <param name="events">Takes them.</param>
    public void Find(int parcel, ParcelRings rings, int start, int edges, ItemPages<RingEvent> events)
    {
        RingMeasure measure = RingMeasure.Empty;
        measure.Add(ref rings.Xs[start], ref rings.Ys[start], edges + 1);
        PlaneBox box = measure.Box;
        // Boxes are rounded outwards, and so hold what they hold when it is rounded to single precision.
        Vector512<float> west = Vector512.Create((float)box.MinX), east = Vector512.Create((float)box.MaxX);
        Vector512<float> south = Vector512.Create((float)box.MinY), north = Vector512.Create((float)box.MaxY);
        for (int block = 0; block < _count; block += Lanes)
        {
            Vector512<float> holds =
                Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref _minX[block]), west)
                & Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref _maxX[block]), east)
                & Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref _minY[block]), south)
                & Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref _maxY[block]), north);
            uint near = (uint)holds.ExtractMostSignificantBits();
            for (; near != 0; near &= near - 1)
            {
                int place = block + BitOperations.TrailingZeroCount(near);
                if (place >= _count) break;
                int other = _parcels[place];
                if (other != parcel && Holds(other, parcel, rings, start, edges))
                    events.Add(new RingEvent(parcel, start, other, true, RingEvent.FromTheStart, 0, 0));
            }
        }
    }

    /// <summary>Whether the ring comes to its first vertex inside another parcel.</summary>
    private bool Holds(int other, int parcel, ParcelRings rings, int start, int edges)
    {
        bool? holds = large.Holds(other, rings.Xs[start], rings.Ys[start]);
        return holds ?? HoldsAtVertex(other, table.Rings(other), parcel, rings, start, edges);
    }

    private bool HoldsAtVertex(
        int other, ParcelRings area, int parcel, ParcelRings rings, int start, int edges)
    {
        VertexPassage passage = VertexPassage.Of(parcel, rings, start, edges, start);
        int ring = area.Offset;
        foreach (int length in area.Lengths)
        {
            for (int i = ring; i + 1 < ring + length; i++)
            {
                if (!passage.IsAt(area.Xs[i], area.Ys[i])) continue;
                bool? holds = VertexPassage.Of(other, area, ring, length - 1, i).HoldsArrivalOf(passage);
                if (holds is null) isUncertain[parcel] = isUncertain[other] = true;
                if (holds is true) return true;
            }
            ring += length;
        }
        return false;
    }
}

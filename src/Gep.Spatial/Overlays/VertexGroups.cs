using System.Numerics;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Rings that pass through the same vertices: which of the edges there are not shared, and where a ring
/// enters or leaves a parcel at a vertex of both; made for reuse.
/// </summary>
internal sealed class VertexGroups(OverlapCells cells, bool[] isUncertain)
{
    private const int SlotsPerPassage = 2, KeyBits = 64, None = -1;

    /// <summary>Each ring is compared with all others that meet in a vertex.</summary>
    private const int MostRings = 256;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly List<(double X, double Y, int Times)> _ends = [];
    private VertexPassage[] _passages = new VertexPassage[64];
    private (int Next, bool IsLast)[] _links = new (int, bool)[64];
    private int[] _slots = [];
    private int _count;

    /// <summary>Forgets all passages.</summary>
    public void Restart() => _count = 0;

    /// <summary>Adds the passage of a ring through a vertex.</summary>
    /// <param name="rings">The rings of its parcel.</param>
    /// <param name="stretch">Edges of the ring.</param>
    /// <param name="vertex">The vertex, with which one of them begins.</param>
    public void Add(ParcelRings rings, in RingStretch stretch, int vertex)
    {
        int before = vertex == stretch.From ? stretch.Before : vertex - 1;
        double x = rings.Xs[vertex], y = rings.Ys[vertex];
        // Of vertices that repeat each other, the first is passed.
        if (rings.Xs[before] == x && rings.Ys[before] == y) return;
        if (_count == _passages.Length)
        {
            Array.Resize(ref _passages, 2 * _count);
            Array.Resize(ref _links, 2 * _count);
        }
        _passages[_count++] = VertexPassage.Of(
            stretch.Parcel, rings, stretch.Ring, stretch.RingEdges, vertex);
    }

    /// <summary>Puts passages through the same vertex together.</summary>
    public void Group()
    {
        int bits = BitOperations.Log2((uint)(SlotsPerPassage * _count) | 1) + 1, shift = KeyBits - bits;
        int mask = (1 << bits) - 1;
        if (_slots.Length <= mask) _slots = new int[mask + 1];
        _slots.AsSpan(0, mask + 1).Clear();
        for (int i = 0; i < _count; i++)
        {
            ref readonly VertexPassage passage = ref _passages[i];
            int slot = (int)(unchecked(VertexBalance.NumberOf(passage.X, passage.Y) * Spread) >> shift);
            while (_slots[slot] != 0 && !_passages[_slots[slot] - 1].IsAt(passage.X, passage.Y))
                slot = (slot + 1) & mask;
            int next = _slots[slot] - 1;
            if (next != None) _links[next].IsLast = false;
            _links[i] = (next, true);
            _slots[slot] = i + 1;
        }
    }

    /// <summary>Notes the edges of these vertices that no neighbour shares, each by the lesser of its ends.
    /// </summary>
    /// <param name="notes">Takes them.</param>
    public void NoteUnshared(CellNotes notes)
    {
        for (int i = 0; i < _count; i++)
        {
            if (!_links[i].IsLast || IsBetweenTwo(i)) continue;
            ref readonly VertexPassage passage = ref _passages[i];
            // Edges that cancel each other do no harm one by one; where few rings meet, they are left out.
            bool areFew = _links[i].Next != None && Rings(i) <= MostRings;
            _ends.Clear();
            for (int k = i; k != None; k = _links[k].Next)
            {
                ref readonly VertexPassage other = ref _passages[k];
                if (areFew)
                {
                    AddEnd(other.ToX, other.ToY, 1);
                    AddEnd(other.FromX, other.FromY, -1);
                }
                else
                {
                    Note(other, other.ToX, other.ToY, 1, notes);
                    Note(other, other.FromX, other.FromY, -1, notes);
                }
            }
            foreach ((double x, double y, int times) in _ends) Note(passage, x, y, times, notes);
        }
    }

    /// <summary>
    /// Adds to a list where rings enter and leave other parcels at these vertices.
    /// </summary>
    public void AddEventsTo(List<RingEvent> events)
    {
        for (int i = 0; i < _count; i++)
        {
            if (!_links[i].IsLast || _links[i].Next == None || IsBetweenTwo(i)) continue;
            if (IsCrowded(i)) continue;
            for (int k = i; k != None; k = _links[k].Next)
            {
                for (int j = _links[k].Next; j != None; j = _links[j].Next)
                {
                    ref readonly VertexPassage one = ref _passages[k], other = ref _passages[j];
                    if (one.Parcel == other.Parcel || one.IsApart(other)) continue;
                    AddEvent(one, other, events);
                    AddEvent(other, one, events);
                }
            }
        }
    }

    /// <summary>How many rings meet in a vertex.</summary>
    private int Rings(int i)
    {
        int rings = 0;
        for (int k = i; k != None; k = _links[k].Next) rings++;
        return rings;
    }

    /// <summary>
    /// Whether more rings meet in a vertex than can be compared; of their parcels nothing is certain then.
    /// </summary>
    private bool IsCrowded(int i)
    {
        if (Rings(i) <= MostRings) return false;
        for (int k = i; k != None; k = _links[k].Next) isUncertain[_passages[k].Parcel] = true;
        return true;
    }

    private static void Note(in VertexPassage passage, double x, double y, int times, CellNotes notes)
    {
        bool isLesser = passage.X < x || passage.X == x && passage.Y < y;
        if (isLesser && times != 0)
            notes.Note(new UnsharedEdge(new AreaEdge(passage.X, passage.Y, x, y), times));
    }

    private void AddEvent(in VertexPassage ring, in VertexPassage other, List<RingEvent> events)
    {
        bool? comes = other.HoldsArrivalOf(ring), goes = other.HoldsDepartureOf(ring);
        if (comes is null || goes is null) isUncertain[ring.Parcel] = isUncertain[other.Parcel] = true;
        if (comes == goes) return;
        events.Add(new RingEvent(
            ring.Parcel, ring.Vertex, other.Parcel, goes is true, 0, ring.X - cells.OriginX,
            ring.Y - cells.OriginY));
    }

    /// <summary>Whether a vertex lies amid the common border of two parcels.</summary>
    private bool IsBetweenTwo(int i)
    {
        int other = _links[i].Next;
        return other != None && _links[other].Next == None && _passages[i].IsReverseOf(_passages[other]);
    }

    private void AddEnd(double x, double y, int times)
    {
        for (int i = 0; i < _ends.Count; i++)
        {
            if (_ends[i].X != x || _ends[i].Y != y) continue;
            _ends[i] = (x, y, _ends[i].Times + times);
            return;
        }
        _ends.Add((x, y, times));
    }
}

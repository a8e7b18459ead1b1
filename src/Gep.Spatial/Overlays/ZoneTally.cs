using System.Runtime.InteropServices;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Adds up directed pieces of boundary by zone: twice the area, and how far from closing it is.
/// </summary>
internal sealed class ZoneTally
{
    private readonly List<Entry> _entries = [];
    private int _last;

    /// <summary>How many zones have pieces.</summary>
    public int Count => _entries.Count;

    public void Restart()
    {
        _entries.Clear();
        _last = 0;
    }

    /// <summary>Zone of an entry; <see cref="ZoneSegments.Outside"/> for beyond all.</summary>
    public int ZoneOf(int entry) => _entries[entry].Zone;

    /// <summary>Area of an entry [m²].</summary>
    public double SquareMetresOf(int entry) => _entries[entry].TwiceArea / 2;

    /// <summary>Adds a piece with the zone on its left; coordinates from an origin nearby [m].</summary>
    public void Add(int zone, double ax, double ay, double bx, double by) =>
        Add(zone, ax * by - bx * ay, bx - ax, by - ay);

    /// <summary>Adds many pieces with the zone on their left.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="twiceArea">Twice the area under them, seen from the origin [m²].</param>
    /// <param name="alongX">From their start to their end [m].</param>
    /// <param name="alongY">From their start to their end [m].</param>
    public void Add(int zone, double twiceArea, double alongX, double alongY)
    {
        if (_last >= _entries.Count || _entries[_last].Zone != zone) _last = IndexOf(zone);
        ref Entry entry = ref CollectionsMarshal.AsSpan(_entries)[_last];
        entry.TwiceArea += twiceArea;
        entry.OpenX += alongX;
        entry.OpenY += alongY;
    }

    /// <summary>Whether the pieces of every zone close within the given distance [m].</summary>
    public bool Closes(double metres)
    {
        foreach (ref readonly Entry entry in CollectionsMarshal.AsSpan(_entries))
        {
            if (!(Math.Abs(entry.OpenX) <= metres && Math.Abs(entry.OpenY) <= metres)) return false;
        }
        return true;
    }

    private int IndexOf(int zone)
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Zone == zone) return i;
        }
        _entries.Add(new Entry { Zone = zone });
        return _entries.Count - 1;
    }

    private struct Entry
    {
        public int Zone;
        public double TwiceArea;
        public double OpenX;
        public double OpenY;
    }
}

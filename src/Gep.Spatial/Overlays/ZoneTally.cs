namespace Gep.Spatial.Overlays;

/// <summary>Adds up directed pieces of boundary by zone: twice the area, and how far from closing it is.</summary>
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
    public void Add(int zone, double ax, double ay, double bx, double by)
    {
        Span<Entry> entries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries);
        if (_last >= entries.Length || entries[_last].Zone != zone)
        {
            _last = IndexOf(zone);
            entries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries);
        }
        ref Entry entry = ref entries[_last];
        entry.TwiceArea += ax * by - bx * ay;
        entry.OpenX += bx - ax;
        entry.OpenY += by - ay;
    }

    /// <summary>Whether the pieces of every zone close within the given distance [m].</summary>
    public bool Closes(double metres) => _entries.TrueForAll(entry =>
        Math.Abs(entry.OpenX) <= metres && Math.Abs(entry.OpenY) <= metres);

    private int IndexOf(int zone)
    {
        int index = _entries.FindIndex(entry => entry.Zone == zone);
        if (index >= 0) return index;
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

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Gep.Spatial.Overlays;

/// <summary>
/// Parcels as plain arrays of coordinates, 16 bytes a vertex and some 50 a parcel, in pages that never move;
/// each with the area and box that it had when it was added.
/// </summary>
/// <remarks>
/// Rings are turned on entry so that the parcel always lies on their left: shells counter-clockwise, holes
/// clockwise. A parcel never runs over two pages.
/// </remarks>
public sealed class ParcelTable
{
    /// <summary>
    /// Vertices of a page, so that a place in it takes two bytes; longer parcels have their own.
    /// </summary>
    private const int PageVertices = 1 << 16;

    /// <summary>
    /// Vertices are asked for so many parcels ahead, and of each so many lines of memory of eight numbers:
    /// all 32 or fewer that most parcels have; of the others the processor guesses the rest.
    /// </summary>
    private const int ParcelsAhead = 4, LinesAhead = 4;

    /// <summary>Rows are kept in pages of this many, a power of two.</summary>
    private const int RowBits = 14, RowsPerPage = 1 << RowBits;

    private readonly List<double[]> _xs = [], _ys = [];
    private readonly List<int> _ringLengths = [], _lengths = [];
    private ParcelRow[][] _rows = [];
    private Place[][] _places = [];
    private RingMeasure _measure;
    private double _areaSoFar;
    private int _classBeingAdded;
    private int _used = PageVertices;

    /// <summary>How many parcels there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many vertices they have, with the closing one of each ring.</summary>
    public long Vertices { get; private set; }

    /// <summary>Highest class of a parcel plus 1.</summary>
    public int Classes { get; private set; }

    /// <summary>Adds a parcel.</summary>
    /// <param name="classIndex">Its class, from 0.</param>
    /// <param name="area">Valid polygon or multipolygon in the equal-area plane.</param>
    /// <returns>Index of the parcel.</returns>
    public int Add(int classIndex, Geometry area)
    {
        Begin(classIndex, area.NumPoints);
        for (int part = 0; part < area.NumGeometries; part++)
        {
            if (area.GetGeometryN(part) is not Polygon polygon || polygon.IsEmpty) continue;
            AddRing(polygon.ExteriorRing.CoordinateSequence, isHole: false);
            for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                AddRing(polygon.GetInteriorRingN(hole).CoordinateSequence, isHole: true);
        }
        return End();
    }

    /// <summary>Adds a parcel given by its closed rings; nothing is checked.</summary>
    /// <param name="classIndex">Its class, from 0.</param>
    /// <param name="xs">x of all vertices, ring after ring [m].</param>
    /// <param name="ys">y of all vertices, ring after ring [m].</param>
    /// <param name="ringLengths">Vertices of each ring; below 0 for a hole.</param>
    /// <returns>Index of the parcel.</returns>
    public int Add(
        int classIndex, ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, ReadOnlySpan<int> ringLengths)
    {
        Begin(classIndex, xs.Length);
        int at = 0;
        foreach (int signed in ringLengths)
        {
            int length = Math.Abs(signed);
            xs.Slice(at, length).CopyTo(_xs[^1].AsSpan(_used));
            ys.Slice(at, length).CopyTo(_ys[^1].AsSpan(_used));
            CloseRing(length, isHole: signed < 0);
            at += length;
        }
        return End();
    }

    /// <summary>Gives a parcel another shape; the room of the old one stays taken.</summary>
    /// <param name="parcel">Index of the parcel.</param>
    /// <param name="area">Valid polygon or multipolygon in the equal-area plane.</param>
    public void Replace(int parcel, Geometry area)
    {
        int added = Add(ClassOf(parcel), area);
        RowOf(parcel) = RowOf(added);
        PlaceOf(parcel) = PlaceOf(added);
        Count--;
    }

    /// <summary>Class of a parcel.</summary>
    public int ClassOf(int parcel) => RowOf(parcel).Class;

    /// <summary>All coordinates, with what is not taken yet at the end of each page.</summary>
    internal IReadOnlyList<(double[] Xs, double[] Ys)> Pages =>
        [.. _xs.Zip(_ys, (xs, ys) => (xs, ys))];

    /// <summary>The arrays of a parcel, with where it begins in them and the lengths of its rings.</summary>
    internal ParcelRings Rings(int parcel)
    {
        ref Place place = ref PlaceOf(parcel);
        int rings = RowOf(parcel).Rings;
        return new ParcelRings(
            _xs[place.Page], _ys[place.Page], place.Offset,
            rings == 1
                ? new ReadOnlySpan<int>(ref place.LengthOrFirstRing)
                : CollectionsMarshal.AsSpan(_ringLengths).Slice(place.LengthOrFirstRing, rings));
    }

    /// <summary>
    /// Asks memory for the first vertices of a parcel some places further on in a list that is gone through,
    /// so that they are there when its turn comes.
    /// </summary>
    /// <param name="parcels">The list.</param>
    /// <param name="at">Where it is gone through now.</param>
    internal void Prefetch(ReadOnlySpan<int> parcels, int at)
    {
        if (!Sse.IsSupported || at >= parcels.Length - ParcelsAhead) return;
        ref Place place = ref PlaceOf(parcels[at + ParcelsAhead]);
        Prefetch(ref _xs[place.Page][place.Offset]);
        Prefetch(ref _ys[place.Page][place.Offset]);
    }

    /// <summary>Area of a parcel [m²].</summary>
    public double SquareMetres(int parcel) => RowOf(parcel).SquareMetres;

    /// <summary>A box around a parcel, up to a few metres too wide.</summary>
    internal PlaneBox RoughBoxOf(int parcel) => RowOf(parcel).RoughBox;

    /// <summary>What every overlay asks of some parcels in a row, as many as lie in one page.</summary>
    /// <param name="from">Index of the first.</param>
    /// <param name="end">Index behind the last.</param>
    internal ReadOnlySpan<ParcelRow> RowsOf(int from, int end)
    {
        int inPage = from & (RowsPerPage - 1);
        return _rows[from >> RowBits].AsSpan(inPage, Math.Min(end - from, RowsPerPage - inPage));
    }

    /// <summary>Area [m²] and exact box of a parcel, from its vertices.</summary>
    internal double MeasureAgain(int parcel, out PlaneBox box)
    {
        ParcelRings rings = Rings(parcel);
        RingMeasure measure = RingMeasure.Empty;
        double area = 0;
        ref double x = ref rings.Xs[rings.Offset];
        ref double y = ref rings.Ys[rings.Offset];
        foreach (int length in rings.Lengths)
        {
            area += measure.Add(ref x, ref y, length);
            x = ref Unsafe.Add(ref x, length);
            y = ref Unsafe.Add(ref y, length);
        }
        box = measure.Box;
        return area;
    }

    /// <summary>The parcel as a geometry.</summary>
    internal Geometry GeometryOf(int parcel)
    {
        ParcelRings rings = Rings(parcel);
        var polygons = new List<Polygon>();
        var holes = new List<LinearRing>();
        LinearRing? shell = null;
        int at = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            RingMeasure measure = RingMeasure.Empty;
            bool isHole = measure.Add(ref rings.Xs[at], ref rings.Ys[at], length) < 0;
            var vertices = new Coordinate[length];
            for (int i = 0; i < length; i++) vertices[i] = new Coordinate(rings.Xs[at + i], rings.Ys[at + i]);
            LinearRing ring = PlaneGeometry.Factory.CreateLinearRing(vertices);
            at += length;
            if (isHole && shell is not null)
            {
                holes.Add(ring);
                continue;
            }
            Finish();
            shell = ring;
        }
        Finish();
        return polygons.Count == 1
            ? polygons[0]
            : PlaneGeometry.Factory.CreateMultiPolygon([.. polygons]);

        void Finish()
        {
            if (shell is not null) polygons.Add(PlaneGeometry.Factory.CreatePolygon(shell, [.. holes]));
            holes.Clear();
        }
    }

    /// <remarks>
    /// The processor reads no value here, and does not mind an address that is nobody's any more.
    /// </remarks>
    private static unsafe void Prefetch(ref double first)
    {
        const int LineBytes = 64;
        byte* line = (byte*)Unsafe.AsPointer(ref first);
        for (int i = 0; i < LinesAhead; i++) Sse.Prefetch0(line + i * LineBytes);
    }

    private void Begin(int classIndex, int vertices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        // Where a long parcel has filled a page of its own, even one without vertices begins another.
        bool isFull = _xs.Count == 0 || _used > ushort.MaxValue
            || _used + vertices + RingMeasure.Slack > _xs[^1].Length;
        if (isFull)
        {
            int size = Math.Max(PageVertices, vertices + RingMeasure.Slack);
            if (_xs.Count > ushort.MaxValue) throw new InvalidOperationException(
                "More vertices than a table holds.");
            _xs.Add(GC.AllocateUninitializedArray<double>(size));
            _ys.Add(GC.AllocateUninitializedArray<double>(size));
            _used = 0;
        }
        if (Count >> RowBits == _rows.Length)
        {
            _rows = [.. _rows, GC.AllocateUninitializedArray<ParcelRow>(RowsPerPage)];
            _places = [.. _places, GC.AllocateUninitializedArray<Place>(RowsPerPage)];
        }
        PlaceOf(Count) = new Place { Page = (ushort)(_xs.Count - 1), Offset = (ushort)_used };
        _classBeingAdded = classIndex;
        _lengths.Clear();
        (_measure, _areaSoFar) = (RingMeasure.Empty, 0);
        Classes = Math.Max(Classes, classIndex + 1);
    }

    private int End()
    {
        PlaneBox box = _measure.Box;
        RowOf(Count) = new ParcelRow(box, _areaSoFar, _classBeingAdded, _lengths.Count);
        // Nearly all parcels have one ring; its length takes the place of that of its list.
        PlaceOf(Count).LengthOrFirstRing = _lengths.Count == 1 ? _lengths[0] : _ringLengths.Count;
        if (_lengths.Count != 1) _ringLengths.AddRange(_lengths);
        return Count++;
    }

    private void AddRing(CoordinateSequence ring, bool isHole)
    {
        int length = ring.Count;
        Span<double> xs = _xs[^1].AsSpan(_used, length), ys = _ys[^1].AsSpan(_used, length);
        if (ring is CoordinateArraySequence array)
        {
            Coordinate[] vertices = array.ToCoordinateArray();
            for (int i = 0; i < length; i++) (xs[i], ys[i]) = (vertices[i].X, vertices[i].Y);
        }
        else
        {
            for (int i = 0; i < length; i++) (xs[i], ys[i]) = (ring.GetX(i), ring.GetY(i));
        }
        CloseRing(length, isHole);
    }

    private void CloseRing(int length, bool isHole)
    {
        Span<double> xs = _xs[^1].AsSpan(_used, length), ys = _ys[^1].AsSpan(_used, length);
        if (length == 0) return;
        double area = _measure.Add(ref xs[0], ref ys[0], length);
        if (area < 0 != isHole)
        {
            xs.Reverse();
            ys.Reverse();
            area = _measure.Add(ref xs[0], ref ys[0], length);
        }
        _areaSoFar += area;
        _lengths.Add(length);
        _used += length;
        Vertices += length;
    }

    /// <summary>What every overlay asks of a parcel.</summary>
    internal ref ParcelRow RowOf(int parcel) => ref _rows[parcel >> RowBits][parcel & (RowsPerPage - 1)];

    private ref Place PlaceOf(int parcel) => ref _places[parcel >> RowBits][parcel & (RowsPerPage - 1)];

    /// <summary>Where its vertices are, and the lengths of its rings.</summary>
    private struct Place
    {
        public ushort Page;
        public ushort Offset;

        /// <summary>Vertices of the one ring, or where the lengths of several begin in their list.</summary>
        public int LengthOrFirstRing;
    }
}

using System.Runtime.InteropServices;
using Gep.Spatial.Crs;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Ingest;

/// <summary>
/// The quick way for most parcels: polygons in degrees that are easily seen to be valid, because their rings
/// are simple and do not touch. Whatever is not goes the way of <see cref="GeometryAssembly"/> and
/// <see cref="GeometryCheck"/>. Made for reuse by one thread at a time.
/// </summary>
internal sealed class SoundRings
{
    private const double LongitudeLimit = 180, LatitudeLimit = 90;

    private readonly double[] _xs = new double[RingCheck.VerticesMax];
    private readonly double[] _ys = new double[RingCheck.VerticesMax];
    private readonly List<int> _lengths = [];
    private readonly List<(int Start, int Shell)> _rings = [];
    private int _vertices;

    /// <summary>x of all vertices, ring after ring [m].</summary>
    public ReadOnlySpan<double> Xs => _xs.AsSpan(0, _vertices);

    /// <summary>y of all vertices, ring after ring [m].</summary>
    public ReadOnlySpan<double> Ys => _ys.AsSpan(0, _vertices);

    /// <summary>Vertices of each ring; below 0 for a hole.</summary>
    public ReadOnlySpan<int> SignedLengths => CollectionsMarshal.AsSpan(_lengths);

    /// <summary>Area on the ellipsoid [m²].</summary>
    public double SquareMetres
    {
        get
        {
            double sum = 0;
            int at = 0;
            foreach (int signed in _lengths)
            {
                int length = Math.Abs(signed);
                sum += Math.Sign(signed)
                    * EllipsoidArea.SquareMetres(_xs.AsSpan(at, length), _ys.AsSpan(at, length));
                at += length;
            }
            return sum;
        }
    }

    /// <summary>
    /// Carries polygons into the plane; false where they are none, or not surely valid.
    /// </summary>
    public bool TryCarry(RawGeometry raw, CoordinateSystem crs)
    {
        _lengths.Clear();
        _rings.Clear();
        _vertices = 0;
        if (raw.Kind != RawGeometryKind.Polygon || crs.Kind != CoordinateKind.Degrees) return false;
        foreach (IReadOnlyList<double[]> part in raw.Parts)
        {
            for (int ring = 0; ring < part.Count; ring++)
            {
                int start = _vertices;
                if (!TryCarry(part[ring])) return false;
                int length = _vertices - start;
                if (!RingCheck.IsSurelySimple(_xs.AsSpan(start, length), _ys.AsSpan(start, length)))
                    return false;
                _lengths.Add(ring == 0 ? length : -length);
                _rings.Add((start, ring == 0 ? _rings.Count : _rings[^1].Shell));
            }
        }
        return _lengths.Count > 0 && AreApart();
    }

    private bool TryCarry(double[] path)
    {
        if (_vertices + path.Length / 2 > RingCheck.VerticesMax) return false;
        for (int i = 0; i + 1 < path.Length; i += 2)
        {
            double lon = path[i], lat = path[i + 1];
            bool isPlace = Math.Abs(lon) <= LongitudeLimit && Math.Abs(lat) <= LatitudeLimit;
            if (!isPlace || i > 0 && Math.Abs(lon - path[i - 2]) > LongitudeLimit) return false;
            (_xs[_vertices], _ys[_vertices]) = EqualAreaPlane.PositionOf(lon, lat);
            _vertices++;
        }
        return true;
    }

    /// <summary>
    /// Whether no two rings touch, each hole lies in its own shell, and nothing else lies in anything.
    /// </summary>
    private bool AreApart()
    {
        for (int a = 0; a < _rings.Count; a++)
        {
            for (int b = a + 1; b < _rings.Count; b++)
            {
                bool isHoleInShell = _rings[b].Shell == a;
                if (RingCheck.DoTouch(Xs, Ys, Run(a), Run(b))) return false;
                if (Holds(a, b) != isHoleInShell || Holds(b, a)) return false;
            }
        }
        return true;
    }

    /// <summary>Whether a ring lies in another one; they do not touch.</summary>
    private bool Holds(int outer, int inner)
    {
        double x = _xs[_rings[inner].Start], y = _ys[_rings[inner].Start];
        bool isInside = false;
        (int start, int end) = Run(outer);
        for (int i = start; i + 1 < end; i++)
        {
            if (_ys[i] <= y == _ys[i + 1] <= y) continue;
            isInside ^= Orientation.CrossesRayEast(_xs[i], _ys[i], _xs[i + 1], _ys[i + 1], x, y);
        }
        return isInside;
    }

    private (int Start, int End) Run(int ring) =>
        (_rings[ring].Start, _rings[ring].Start + Math.Abs(_lengths[ring]));
}

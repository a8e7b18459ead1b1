namespace Gep.Spatial.Ingest;

/// <summary>
/// The paths of one geometry as longitude, latitude, longitude, … [°], one behind the other in a page that
/// many geometries share.
/// </summary>
internal readonly struct LonLatPaths
{
    private readonly double[] _page;
    private readonly int _start, _vertices;

    /// <summary>Where each path ends, in vertices, and each part, in paths; null for one path.</summary>
    private readonly int[]? _pathEnds, _partEnds;

    internal LonLatPaths(
        RawGeometryKind kind, double[] page, int start, int vertices, int[]? pathEnds, int[]? partEnds)
    {
        (Kind, _page, _start, _vertices) = (kind, page, start, vertices);
        (_pathEnds, _partEnds) = (pathEnds, partEnds);
    }

    public RawGeometryKind Kind { get; }

    /// <summary>Whether there is nothing, as of a geometry that was repaired.</summary>
    public bool IsNone => _page is null;

    public int Vertices => _vertices;

    public int Paths => _pathEnds?.Length ?? 1;

    public int Parts => _partEnds?.Length ?? 1;

    /// <summary>The numbers of all paths.</summary>
    public ReadOnlyMemory<double> All => _page.AsMemory(_start, 2 * _vertices);

    /// <summary>The numbers of one path.</summary>
    public ReadOnlySpan<double> Path(int path)
    {
        if (_pathEnds is null) return All.Span;
        int first = path == 0 ? 0 : _pathEnds[path - 1];
        return All.Span[(2 * first)..(2 * _pathEnds[path])];
    }

    /// <summary>The paths of a part, from the first to the one behind the last.</summary>
    public (int First, int End) Part(int part) =>
        _partEnds is null ? (0, 1) : (part == 0 ? 0 : _partEnds[part - 1], _partEnds[part]);
}

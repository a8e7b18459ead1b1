namespace Gep.Spatial.Ingest;

/// <summary>
/// Keeps the coordinates of a layer in pages, so that millions of geometries are no millions of arrays.
/// </summary>
internal sealed class LonLatPages
{
    /// <summary>Numbers of a page, 512 KiB; a longer geometry has a page of its own.</summary>
    private const int PageNumbers = 1 << 16;

    private double[] _page = [];
    private int _used;

    /// <summary>Takes in a geometry.</summary>
    public LonLatPaths Add(RawGeometry raw)
    {
        int paths = raw.Parts.Sum(part => part.Count), vertices = 0;
        foreach (IReadOnlyList<double[]> part in raw.Parts)
        {
            foreach (double[] path in part) vertices += path.Length / 2;
        }
        int start = Reserve(2 * vertices);
        var pathEnds = new int[paths];
        var partEnds = new int[raw.Parts.Count];
        int at = 0, added = 0;
        for (int part = 0; part < partEnds.Length; part++)
        {
            foreach (double[] path in raw.Parts[part])
            {
                path.CopyTo(_page, start + 2 * at);
                at += path.Length / 2;
                pathEnds[added++] = at;
            }
            partEnds[part] = added;
        }
        return new LonLatPaths(raw.Kind, _page, start, vertices, pathEnds, partEnds);
    }

    /// <summary>Takes in a geometry of one path.</summary>
    public LonLatPaths AddPath(RawGeometryKind kind, double[] path)
    {
        int start = Reserve(path.Length);
        path.CopyTo(_page, start);
        return new LonLatPaths(kind, _page, start, path.Length / 2, null, null);
    }

    private int Reserve(int numbers)
    {
        if (_used + numbers > _page.Length)
        {
            _page = GC.AllocateUninitializedArray<double>(Math.Max(PageNumbers, numbers));
            _used = 0;
        }
        int start = _used;
        _used += numbers;
        return start;
    }
}

using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>
/// The edges of all parcels of a table by place: every edge is in one tile, and the same edge of a neighbour
/// in the same.
/// </summary>
internal sealed class EdgeTiles
{
    private const double ParcelsPerTile = 200;
    private const int MostPerSide = 256;

    private readonly ParcelTable _table;
    private readonly PlaneBox _box;
    private readonly double _tilesPerMetreX, _tilesPerMetreY;
    private readonly int _side;
    private readonly EdgeRun[] _runs;
    private readonly int[] _first;

    public EdgeTiles(ParcelTable table, in PlaneBox box)
    {
        (_table, _box) = (table, box);
        _side = Math.Clamp((int)Math.Sqrt(table.Count / ParcelsPerTile), 1, MostPerSide);
        (_tilesPerMetreX, _tilesPerMetreY) = (_side / (box.MaxX - box.MinX), _side / (box.MaxY - box.MinY));
        var runs = new List<(int Tile, EdgeRun Run)>(table.Count);
        for (int parcel = 0; parcel < table.Count; parcel++) AddRuns(parcel, runs);
        _first = new int[_side * _side + 1];
        foreach ((int tile, _) in runs) _first[tile + 1]++;
        for (int tile = 0; tile < Count; tile++) _first[tile + 1] += _first[tile];
        _runs = new EdgeRun[runs.Count];
        int[] next = [.. _first];
        foreach ((int tile, EdgeRun run) in runs) _runs[next[tile]++] = run;
    }

    /// <summary>How many tiles there are.</summary>
    public int Count => _side * _side;

    /// <summary>Takes the edges of a tile in place of others.</summary>
    public void Fill(int tile, EdgeTwins twins)
    {
        ReadOnlySpan<EdgeRun> runs = _runs.AsSpan(_first[tile].._first[tile + 1]);
        int edges = 0;
        foreach (ref readonly EdgeRun run in runs) edges += run.Edges;
        twins.Restart(edges);
        foreach (ref readonly EdgeRun run in runs)
        {
            ParcelRings rings = _table.Rings(run.Parcel);
            twins.Add(rings.Xs.AsSpan(run.Vertex, run.Edges + 1), rings.Ys.AsSpan(run.Vertex, run.Edges + 1));
        }
    }

    private void AddRuns(int parcel, List<(int, EdgeRun)> runs)
    {
        PlaneBox box = _table.RoughBoxOf(parcel);
        int tile = TileOf(box.MinX, box.MinY);
        bool isInOne = tile == TileOf(box.MaxX, box.MaxY);
        ParcelRings rings = _table.Rings(parcel);
        int at = rings.Offset;
        foreach (int length in rings.Lengths)
        {
            if (isInOne) runs.Add((tile, new EdgeRun(parcel, at, length - 1)));
            else AddRuns(parcel, rings, at, length, runs);
            at += length;
        }
    }

    private void AddRuns(int parcel, ParcelRings rings, int start, int length, List<(int, EdgeRun)> runs)
    {
        int from = start, last = -1;
        for (int i = start; i + 1 < start + length; i++)
        {
            int tile = TileOfEdge(rings.Xs[i], rings.Ys[i], rings.Xs[i + 1], rings.Ys[i + 1]);
            if (tile == last) continue;
            if (i > from) runs.Add((last, new EdgeRun(parcel, from, i - from)));
            (from, last) = (i, tile);
        }
        runs.Add((last, new EdgeRun(parcel, from, start + length - 1 - from)));
    }

    /// <summary>The tile of one of the ends, the same for both directions.</summary>
    private int TileOfEdge(double ax, double ay, double bx, double by)
    {
        bool isFirst = ax < bx || ax.Equals(bx) && ay < by;
        return isFirst ? TileOf(ax, ay) : TileOf(bx, by);
    }

    private int TileOf(double x, double y)
    {
        int column = unchecked((int)((x - _box.MinX) * _tilesPerMetreX));
        int row = unchecked((int)((y - _box.MinY) * _tilesPerMetreY));
        return Math.Clamp(row, 0, _side - 1) * _side + Math.Clamp(column, 0, _side - 1);
    }

    /// <param name="Parcel">The parcel.</param>
    /// <param name="Vertex">The vertex with which the first edge begins.</param>
    /// <param name="Edges">How many edges.</param>
    private readonly record struct EdgeRun(int Parcel, int Vertex, int Edges);
}

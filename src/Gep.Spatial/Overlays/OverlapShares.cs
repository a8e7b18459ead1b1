using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Gep.Spatial.Measures;

namespace Gep.Spatial.Overlays;

/// <summary>What the parcels of a table take from each other in order of precedence.</summary>
/// <remarks>
/// Edges that neighbours share cancel each other. Around the others, places are found where rings enter and
/// leave other parcels; then rings are followed through the parcels over them. Where a parcel meets another
/// otherwise than at crossings and at common vertices and edges, nothing is decided for those near it.
/// </remarks>
internal sealed class OverlapShares
{
    private const int ChunkBits = 12, ChunkParcels = 1 << ChunkBits;

    /// <summary>Where more parcels of a tile are uncertain than can be compared, all of it is left open.
    /// </summary>
    private const long MostComparisons = 1 << 24;

    /// <summary>With a quarter of the cells, a parcel touches half as many tiles each way.</summary>
    private const int VerticesFewer = 4;

    private readonly ParcelTable _table;
    private readonly OverlayOptions _options;
    private readonly ParallelOptions _run;
    private readonly bool[] _isUncertain, _isOpen;

    /// <summary>By chunks of parcels, and where those of each parcel end.</summary>
    private readonly ParcelShare[][] _shares;
    private readonly int[] _end;

    /// <param name="table">The parcels in order of precedence.</param>
    /// <param name="options">Threads and cancellation.</param>
    public OverlapShares(ParcelTable table, OverlayOptions options)
    {
        (_table, _options) = (table, options);
        _run = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads, CancellationToken = options.CancellationToken,
        };
        (_isUncertain, _isOpen) = (new bool[table.Count], new bool[table.Count]);
        (Cells, Parcels) = Tiles();
        Large = new LargeParcels(table);
        Groups<RingPiece> pieces = FindPieces();
        (_shares, _end) = (new ParcelShare[Chunks][], new int[table.Count]);
        var unexplained = new ConcurrentBag<RingPiece>();
        ForChunks<RingPiece>((room, chunk, from, end) =>
        {
            GroupByParcel(room, pieces[chunk], from, end, piece => piece.Loser);
            _shares[chunk] = Add(room, from, end, unexplained);
        });
        foreach (RingPiece sum in unexplained) _isUncertain[sum.Loser] = _isUncertain[sum.Winner] = true;
        Open();
    }

    /// <summary>Where parcels may overlap.</summary>
    public OverlapCells Cells { get; }

    /// <summary>Whether places lie in parcels.</summary>
    public LargeParcels Large { get; }

    /// <summary>The parcels by place.</summary>
    public CellTiles Parcels { get; }

    private int Chunks => (_table.Count + ChunkParcels - 1) >> ChunkBits;

    /// <summary>Whether it is known what others take from a parcel.</summary>
    public bool IsDecided(int parcel) => !_isOpen[parcel];

    /// <summary>What others have of a parcel, in order of precedence.</summary>
    public ReadOnlySpan<ParcelShare> Of(int parcel)
    {
        int start = (parcel & (ChunkParcels - 1)) == 0 ? 0 : _end[parcel - 1];
        return _shares[parcel >> ChunkBits].AsSpan(start.._end[parcel]);
    }

    private static PlaneBox BoxOf(ParcelTable table)
    {
        PlaneBox box = PlaneBox.Empty;
        for (int parcel = 0; parcel < table.Count; parcel++) box = box.Around(table.RoughBoxOf(parcel));
        return box;
    }

    private (OverlapCells, CellTiles) Tiles()
    {
        PlaneBox box = BoxOf(_table);
        for (long vertices = _table.Vertices; ; vertices /= VerticesFewer)
        {
            var cells = new OverlapCells(box, vertices);
            if (CellTiles.Of(_table, cells, _run) is { } tiles) return (cells, tiles);
        }
    }

    /// <summary>What each of two parcels has of the other, in pieces.</summary>
    /// <returns>The pieces by chunks of losers.</returns>
    private Groups<RingPiece> FindPieces()
    {
        var rings = new TileRings(_table, Cells);
        var changes = new CellChange[Parcels.Count][];
        var atEnds = new RingEvent[Parcels.Count][];
        ForTiles(
            () => new CellBalance(_table, Cells, rings, _isUncertain),
            (balance, tile, west, south) =>
                (changes[tile], atEnds[tile]) = balance.Take(Parcels[tile], west, south));
        int tiles = Cells.TilesPerSide;
        SharedWork.Run(
            tiles, _options, () => new CellNotes(Cells, tiles),
            (notes, row) => Cells.Count(notes, row, changes.AsSpan(row * tiles, tiles)));
        var found = new (RingEvent[] Events, RingPiece[] Pieces)[Parcels.Count];
        ForTiles(
            () => (
                Events: new CellEvents(_table, Cells, rings, Large, _isUncertain),
                Walk: new TileWalk(_table, Cells, Parcels, _isUncertain)),
            (worker, tile, west, south) =>
            {
                List<RingEvent> events = worker.Events.Find(Parcels[tile], west, south);
                found[tile] = worker.Walk.Take(
                    Parcels[tile], atEnds[tile], CollectionsMarshal.AsSpan(events));
            });
        Groups<RingEvent> events = ByChunk([.. found.Select(tile => tile.Events)], at => at.Parcel);
        return ByChunk([.. found.Select(tile => tile.Pieces), .. Walk(events)], piece => piece.Loser);
    }

    /// <summary>Follows the rings of parcels that lie in several tiles.</summary>
    private RingPiece[][] Walk(Groups<RingEvent> events)
    {
        var found = new RingPiece[Chunks][];
        ForChunks<RingEvent>((room, chunk, from, end) =>
        {
            GroupByParcel(room, events[chunk], from, end, at => at.Parcel);
            var sums = new PieceSums();
            var walk = new RingWalk(_table, Cells, _isUncertain, sums);
            for (int parcel = from; parcel < end; parcel++)
            {
                Span<RingEvent> own = room[parcel - from];
                if (!own.IsEmpty) walk.Walk(parcel, own);
            }
            found[chunk] = sums.Take();
        });
        return found;
    }

    /// <summary>Puts the items of each chunk of parcels together.</summary>
    private Groups<T> ByChunk<T>(IReadOnlyList<T[]> lists, Func<T, int> parcelOf)
    {
        var groups = new Groups<T>();
        groups.Restart(Chunks);
        Visit((in T _, int chunk) => groups.Count(chunk));
        groups.Close(Chunks);
        Visit((in T item, int chunk) => groups.Add(chunk, item));
        return groups;

        // Each thread looks at all items, and takes those of its own chunks.
        void Visit(Visitor<T> visit)
        {
            int parts = Math.Max(1, _options.Threads), each = (Chunks + parts - 1) / parts;
            Parallel.For(0, parts, _run, part =>
            {
                foreach (T[] list in lists)
                {
                    foreach (ref readonly T item in list.AsSpan())
                    {
                        int chunk = parcelOf(item) >> ChunkBits;
                        if (chunk / each == part) visit(item, chunk);
                    }
                }
            });
        }
    }

    private static void GroupByParcel<T>(
        Groups<T> room, ReadOnlySpan<T> items, int from, int end, Func<T, int> parcelOf)
    {
        room.Restart(end - from);
        foreach (ref readonly T item in items) room.Count(parcelOf(item) - from);
        room.Close(end - from);
        foreach (ref readonly T item in items) room.Add(parcelOf(item) - from, item);
    }

    /// <summary>Adds up what the parcels of a chunk have in common with others.</summary>
    /// <param name="pieces">The pieces of each loser, from the first parcel.</param>
    /// <param name="from">The first parcel.</param>
    /// <param name="end">The parcel behind the last.</param>
    /// <param name="unexplained">Takes sums that go around no area, though both parcels seemed certain.
    /// </param>
    private ParcelShare[] Add(
        Groups<RingPiece> pieces, int from, int end, ConcurrentBag<RingPiece> unexplained)
    {
        var shares = new List<ParcelShare>();
        for (int parcel = from; parcel < end; parcel++)
        {
            Span<RingPiece> left = pieces[parcel - from];
            while (!left.IsEmpty)
            {
                RingPiece sum = RingPiece.AddFirst(ref left);
                if (!sum.IsArea)
                {
                    if (!_isUncertain[parcel] && !_isUncertain[sum.Winner]) unexplained.Add(sum);
                }
                else if (sum.TwiceCommon >= 2 * ZoneCutter.LeastPieceSquareMetres)
                {
                    shares.Add(new ParcelShare(
                        sum.Winner, sum.TwiceCommon / 2, Math.Max(sum.TwiceTaken / 2, 0)));
                }
            }
            _end[parcel] = shares.Count;
        }
        return [.. shares];
    }

    /// <summary>Leaves open what uncertain parcels lose, and those near them of lower precedence.</summary>
    private void Open() => ForTiles(
        () => new List<int>(),
        (uncertain, tile, _, _) =>
        {
            uncertain.Clear();
            ReadOnlySpan<int> parcels = Parcels[tile];
            foreach (int parcel in parcels)
            {
                if (_isUncertain[parcel]) uncertain.Add(parcel);
            }
            if (uncertain.Count == 0) return;
            bool areMany = (long)uncertain.Count * parcels.Length > MostComparisons;
            foreach (int parcel in parcels)
            {
                PlaneBox box = _table.RoughBoxOf(parcel);
                bool isOpen = areMany || uncertain.Exists(other =>
                    other <= parcel && _table.RoughBoxOf(other).Touches(box));
                // Other tiles that have the parcel may say so at the same time, and must not be contradicted.
                if (isOpen) _isOpen[parcel] = true;
            }
        });

    private void ForTiles<TWorker>(Func<TWorker> makeWorker, Action<TWorker, int, int, int> work) =>
        SharedWork.Run(Parcels.Count, _options, makeWorker, (worker, tile) =>
        {
            int column = tile % Cells.TilesPerSide, row = tile / Cells.TilesPerSide;
            work(worker, tile, column * OverlapCells.TileCells, row * OverlapCells.TileCells);
        });

    private void ForChunks<T>(Action<Groups<T>, int, int, int> work) => SharedWork.Run(
        Chunks, _options, () => new Groups<T>(), (room, chunk) => work(
            room, chunk, chunk << ChunkBits, Math.Min(_table.Count, (chunk + 1) << ChunkBits)));

    private delegate void Visitor<T>(in T item, int chunk);
}

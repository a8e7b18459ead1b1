namespace Gep.Spatial.Overlays;

/// <summary>All parcels of an overlay, cut; in order of precedence.</summary>
internal sealed class OverlayCuts
{
    private const int ChunkBits = 9, ChunkParcels = 1 << ChunkBits;

    private readonly Chunk[] _chunks;

    private OverlayCuts(int parcels) =>
        (_chunks, Count) = (new Chunk[(parcels + ChunkParcels - 1) >> ChunkBits], parcels);

    /// <summary>How many parcels there are.</summary>
    public int Count { get; }

    /// <summary>One parcel.</summary>
    public ref readonly ParcelCut this[int rank] => ref _chunks[rank >> ChunkBits].Cuts[InChunk(rank)];

    /// <summary>Cuts all parcels.</summary>
    public static OverlayCuts Of(OverlayAreas areas, OverlayOptions options)
    {
        var cuts = new OverlayCuts(areas.Table.Count);
        int done = 0;
        SharedWork.Run(
            cuts._chunks.Length,
            options,
            () => new ParcelCutter(areas),
            (cutter, chunk) =>
            {
                int start = chunk << ChunkBits, end = Math.Min(cuts.Count, start + ChunkParcels);
                cuts._chunks[chunk] = cutter.CutAll(start, end);
                options.Progress?.Report(
                    new OverlayProgress(Interlocked.Add(ref done, end - start), cuts.Count));
            });
        return cuts;
    }

    /// <summary>What a parcel has in zones, by zone.</summary>
    public ReadOnlySpan<ZonePart> PartsOf(int rank)
    {
        ref readonly Chunk chunk = ref _chunks[rank >> ChunkBits];
        int place = InChunk(rank), start = place == 0 ? 0 : chunk.Cuts[place - 1].PartsEnd;
        return chunk.Parts.AsSpan(start..chunk.Cuts[place].PartsEnd);
    }

    /// <summary>What a parcel lost, by precedence of the winner.</summary>
    public ReadOnlySpan<Taking> TakingsOf(int rank)
    {
        ref readonly Chunk chunk = ref _chunks[rank >> ChunkBits];
        int place = InChunk(rank), start = place == 0 ? 0 : chunk.Cuts[place - 1].TakingsEnd;
        return chunk.Takings.AsSpan(start..chunk.Cuts[place].TakingsEnd);
    }

    private static int InChunk(int rank) => rank & (ChunkParcels - 1);

    /// <summary>Parcels that were cut one after the other.</summary>
    internal readonly record struct Chunk(ParcelCut[] Cuts, ZonePart[] Parts, Taking[] Takings);
}

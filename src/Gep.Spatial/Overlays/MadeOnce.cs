namespace Gep.Spatial.Overlays;

/// <summary>What is made of some of many parcels when it is first asked for; from any thread.</summary>
/// <remarks>There is room for parcels only near those of which something was made.</remarks>
/// <param name="parcels">How many parcels there are.</param>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class MadeOnce<T>(int parcels)
    where T : class
{
    private const int ChunkBits = 5, ChunkParcels = 1 << ChunkBits;

    private readonly T?[]?[] _chunks = new T?[]?[(parcels + ChunkParcels - 1) >> ChunkBits];

    /// <summary>What was made of a parcel; null where nothing was.</summary>
    public T? this[int parcel] =>
        Volatile.Read(ref _chunks[parcel >> ChunkBits]) is { } chunk
            ? Volatile.Read(ref chunk[parcel & (ChunkParcels - 1)])
            : null;

    /// <summary>Keeps what was made of a parcel.</summary>
    /// <returns>What is kept: that which came first.</returns>
    public T Keep(int parcel, T made)
    {
        ref T?[]? place = ref _chunks[parcel >> ChunkBits];
        T?[]? chunk = Volatile.Read(ref place);
        if (chunk is null)
        {
            var room = new T?[ChunkParcels];
            chunk = Interlocked.CompareExchange(ref place, room, null) ?? room;
        }
        return Interlocked.CompareExchange(ref chunk[parcel & (ChunkParcels - 1)], made, null) ?? made;
    }
}

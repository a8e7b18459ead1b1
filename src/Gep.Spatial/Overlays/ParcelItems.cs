namespace Gep.Spatial.Overlays;

/// <summary>Items of the parcels of a table, those of each in a row.</summary>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class ParcelItems<T>
{
    private readonly T[] _items;
    private readonly int[] _first;

    /// <summary>Puts items in the order of parcels, and those of each in the order in which they are found.
    /// </summary>
    /// <param name="lists">The items.</param>
    /// <param name="parcels">How many parcels there are.</param>
    /// <param name="parcelOf">The parcel of an item.</param>
    /// <param name="run">How to run.</param>
    public ParcelItems(
        IReadOnlyList<T[]> lists, int parcels, Func<T, int> parcelOf, ParallelOptions run)
    {
        _first = new int[parcels + 1];
        Visit((in T _, int parcel) => _first[parcel + 1]++);
        for (int parcel = 0; parcel < parcels; parcel++) _first[parcel + 1] += _first[parcel];
        T[] items = GC.AllocateUninitializedArray<T>(_first[parcels]);
        int[] next = [.. _first];
        Visit((in T item, int parcel) => items[next[parcel]++] = item);
        _items = items;

        // Each thread looks at all items, and takes those of its own parcels.
        void Visit(Visitor visit)
        {
            int parts = Math.Max(1, run.MaxDegreeOfParallelism), each = (parcels + parts - 1) / parts;
            Parallel.For(0, parts, run, part =>
            {
                foreach (T[] list in lists)
                {
                    foreach (ref readonly T item in list.AsSpan())
                    {
                        int parcel = parcelOf(item);
                        if (parcel / each == part) visit(item, parcel);
                    }
                }
            });
        }
    }

    /// <summary>The items of a parcel.</summary>
    public Span<T> this[int parcel] => _items.AsSpan(_first[parcel].._first[parcel + 1]);

    private delegate void Visitor(in T item, int parcel);
}

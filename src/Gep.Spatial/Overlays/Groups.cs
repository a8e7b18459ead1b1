namespace Gep.Spatial.Overlays;

/// <summary>Items put together by group, those of each in the order in which they come; made for reuse.
/// </summary>
/// <remarks>
/// All are counted, then all are added. Different groups may be counted and added to from different threads.
/// </remarks>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class Groups<T>
{
    private T[] _items = [];
    private int[] _ends = [];

    /// <summary>The items of a group.</summary>
    public Span<T> this[int group] => _items.AsSpan((group == 0 ? 0 : _ends[group - 1]).._ends[group]);

    /// <summary>Begins with some groups, all of them empty.</summary>
    public void Restart(int groups)
    {
        if (_ends.Length < groups) _ends = new int[Math.Max(groups, 2 * _ends.Length)];
        _ends.AsSpan(0, groups).Clear();
    }

    /// <summary>Counts an item.</summary>
    public void Count(int group) => _ends[group]++;

    /// <summary>Makes room for the items of so many groups, once all were counted.</summary>
    public void Close(int groups)
    {
        int sum = 0;
        foreach (ref int end in _ends.AsSpan(0, groups)) (end, sum) = (sum, sum + end);
        if (_items.Length < sum) _items = GC.AllocateUninitializedArray<T>(Math.Max(sum, 2 * _items.Length));
    }

    /// <summary>Adds an item that was counted.</summary>
    public void Add(int group, in T item) => _items[_ends[group]++] = item;
}

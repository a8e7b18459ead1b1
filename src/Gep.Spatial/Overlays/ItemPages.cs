namespace Gep.Spatial.Overlays;

/// <summary>A list that grows by pages, so that nothing is moved.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed class ItemPages<T>
{
    private const int PageItems = 4096;

    private readonly List<T[]> _pages = [];
    private T[] _page = [];
    private int _used;

    /// <summary>How many items there are.</summary>
    public int Count => _pages.Count == 0 ? 0 : (_pages.Count - 1) * PageItems + _used;

    /// <summary>How many pages there are.</summary>
    public int Pages => _pages.Count;

    /// <summary>The items of a page.</summary>
    public ReadOnlySpan<T> Page(int page) => page == _pages.Count - 1 ? _page.AsSpan(0, _used) : _pages[page];

    /// <summary>Adds an item.</summary>
    public void Add(in T item)
    {
        if (_used == _page.Length)
        {
            _pages.Add(_page = GC.AllocateUninitializedArray<T>(PageItems));
            _used = 0;
        }
        _page[_used++] = item;
    }

    /// <summary>Takes away the items behind a number of them.</summary>
    public void Shorten(int count)
    {
        int pages = (count + PageItems - 1) / PageItems;
        _pages.RemoveRange(pages, _pages.Count - pages);
        (_page, _used) = pages == 0 ? ([], 0) : (_pages[^1], count - (pages - 1) * PageItems);
    }
}

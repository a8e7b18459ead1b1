namespace Gep.Api.GraphQL;

/// <summary>A list sorted by several fields; equals keep the order that they had.</summary>
internal sealed class Ordering<T>(IEnumerable<T> items)
{
    private IOrderedEnumerable<T>? sorted;

    /// <summary>The items in order.</summary>
    public IReadOnlyList<T> Items => [.. sorted ?? items];

    /// <summary>Sorts by a further field; nothing where no direction is given.</summary>
    public void By<TKey>(SortDirection? direction, Func<T, TKey> key, IComparer<TKey> comparer)
    {
        if (direction is not { } way) return;
        sorted = (sorted, way) switch
        {
            (null, SortDirection.Asc) => items.OrderBy(key, comparer),
            (null, SortDirection.Desc) => items.OrderByDescending(key, comparer),
            (not null, SortDirection.Asc) => sorted.ThenBy(key, comparer),
            (not null, SortDirection.Desc) => sorted.ThenByDescending(key, comparer),
        };
    }
}

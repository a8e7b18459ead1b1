using System.Runtime.InteropServices;

namespace Gep.Spatial.Overlays;

/// <summary>Sorts lists that mostly have two or three items, in order.</summary>
internal static class SmallSort
{
    private const int Few = 32;

    /// <typeparam name="T">What is sorted.</typeparam>
    /// <typeparam name="TOrder">Its order, without state.</typeparam>
    public static void Sort<T, TOrder>(List<T> list)
        where TOrder : struct, IComparer<T>
    {
        Sort<T, TOrder>(CollectionsMarshal.AsSpan(list));
    }

    /// <typeparam name="T">What is sorted.</typeparam>
    /// <typeparam name="TOrder">Its order, without state.</typeparam>
    public static void Sort<T, TOrder>(Span<T> items)
        where TOrder : struct, IComparer<T>
    {
        TOrder order = default;
        if (items.Length > Few)
        {
            items.Sort(order);
            return;
        }
        for (int i = 1; i < items.Length; i++)
        {
            T moved = items[i];
            int k = i;
            for (; k > 0 && order.Compare(moved, items[k - 1]) < 0; k--) items[k] = items[k - 1];
            items[k] = moved;
        }
    }
}

using System.Runtime.InteropServices;

namespace Gep.Spatial.Overlays;

/// <summary>Sorts lists that mostly have two or three items, in order.</summary>
internal static class SmallSort
{
    private const int Few = 32;

    public static void Sort<T>(List<T> list, Func<T, T, bool> isBefore)
    {
        if (list.Count > Few)
        {
            list.Sort((p, q) => isBefore(p, q) ? -1 : isBefore(q, p) ? 1 : 0);
            return;
        }
        Span<T> items = CollectionsMarshal.AsSpan(list);
        for (int i = 1; i < items.Length; i++)
        {
            T moved = items[i];
            int k = i;
            for (; k > 0 && isBefore(moved, items[k - 1]); k--) items[k] = items[k - 1];
            items[k] = moved;
        }
    }
}

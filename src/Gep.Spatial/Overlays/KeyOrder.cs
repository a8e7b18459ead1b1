namespace Gep.Spatial.Overlays;

/// <summary>
/// The order of keys: by code unit for text, which no culture changes, and their own for the rest.
/// </summary>
internal static class KeyOrder<T>
{
    public static IComparer<T> Comparer { get; } = typeof(T) == typeof(string)
        ? (IComparer<T>)StringComparer.Ordinal
        : Comparer<T>.Default;
}

using System.Globalization;
using System.Text;
using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>The four arguments of a connection. Source: [RELAY-CONNECTIONS] §4. Spec §2.6.</summary>
/// <param name="First">How many from the front.</param>
/// <param name="After">Cursor behind which the page begins.</param>
/// <param name="Last">How many from the back.</param>
/// <param name="Before">Cursor before which the page ends.</param>
public sealed record PagingArguments(int? First, string? After, int? Last, string? Before)
{
    private const string Prefix = "offset:";

    /// <summary>The cursor of the item at an offset from zero.</summary>
    public static string CursorOf(int offset) =>
        Convert.ToBase64String(
            Encoding.ASCII.GetBytes(Prefix + offset.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Offset and length of the page in a list of that many items; a wrong argument throws
    /// <see cref="GraphQLException"/>.
    /// </summary>
    public (int Offset, int Count) SliceOf(int total, int defaultPageSize)
    {
        if (First < 0) throw new GraphQLException("Argument \"first\" must not be negative.");
        if (Last < 0) throw new GraphQLException("Argument \"last\" must not be negative.");
        int start = After is null ? 0 : (int)Math.Clamp(OffsetOf(After, "after") + 1L, 0, total);
        int end = Before is null ? total : (int)Math.Clamp((long)OffsetOf(Before, "before"), start, total);
        start = Math.Min(start, end);
        int? first = First is null && Last is null ? defaultPageSize : First;
        if (first is { } most) end = (int)Math.Min(end, start + (long)most);
        if (Last is { } final) start = (int)Math.Max(start, end - (long)final);
        return (start, end - start);
    }

    /// <summary>The page of a list that is at hand.</summary>
    public Connection<T> Slice<T>(IReadOnlyList<T> items, int defaultPageSize)
    {
        ArgumentNullException.ThrowIfNull(items);
        var (offset, count) = SliceOf(items.Count, defaultPageSize);
        var edges = new List<Edge<T>>(count);
        for (int i = offset; i < offset + count; i++) edges.Add(new Edge<T>(CursorOf(i), items[i]));
        var info = new PageInfo(offset + count < items.Count, offset > 0,
            count == 0 ? null : edges[0].Cursor, count == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges, info, items.Count);
    }

    private static int OffsetOf(string cursor, string argument)
    {
        byte[] bytes = new byte[cursor.Length];
        bool isBase64 = Convert.TryFromBase64String(cursor, bytes, out int length);
        string text = isBase64 ? Encoding.ASCII.GetString(bytes, 0, length) : "";
        bool isOffset = text.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(
            text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isOffset
            ? int.Parse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new GraphQLException($"Argument \"{argument}\" is no cursor of this list.");
    }
}

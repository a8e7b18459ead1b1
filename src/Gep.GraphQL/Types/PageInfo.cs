
namespace Gep.GraphQL.Types;

/// <summary>Where a page lies in its list. Source: [RELAY-CONNECTIONS] §5. Spec §3.6.</summary>
/// <param name="HasNextPage">Whether there are items behind it.</param>
/// <param name="HasPreviousPage">Whether there are items before it.</param>
/// <param name="StartCursor">Cursor of its first item; null when it is empty.</param>
/// <param name="EndCursor">Cursor of its last item; null when it is empty.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);


namespace Gep.GraphQL.Types;

/// <summary>A page of a list. Source: [RELAY-CONNECTIONS] §2. Spec §3.6.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
/// <param name="Edges">The items of this page with their cursors.</param>
/// <param name="PageInfo">Whether there is more, and from where.</param>
/// <param name="TotalCount">Items of all pages.</param>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo, int TotalCount)
{
    /// <summary>The items of this page without cursors.</summary>
    public IReadOnlyList<T> Nodes => [.. Edges.Select(edge => edge.Node)];
}

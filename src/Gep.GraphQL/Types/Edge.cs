
namespace Gep.GraphQL.Types;

/// <summary>An item of a page. Source: [RELAY-CONNECTIONS] §3. Spec §3.6.</summary>
/// <param name="Cursor">Where it stands; opaque.</param>
/// <param name="Node">The item.</param>
/// <typeparam name="T">What the list is of.</typeparam>
public sealed record Edge<T>(string Cursor, T Node);

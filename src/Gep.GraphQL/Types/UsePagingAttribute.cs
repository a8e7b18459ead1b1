namespace Gep.GraphQL.Types;

/// <summary>
/// Turns a list into a Relay connection with <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>.
/// </summary>
/// <remarks>Source: [RELAY-CONNECTIONS] §4. Spec §3.6.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>Items of a page when the client does not say.</summary>
    public int DefaultPageSize { get; set; } = 10;
}

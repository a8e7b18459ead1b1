namespace Gep.GraphQL.Types;

/// <summary>Marks a field, argument, input field or enum value as deprecated. Spec §3.13.3.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>What to use instead.</summary>
    public string Reason { get; } = reason;
}

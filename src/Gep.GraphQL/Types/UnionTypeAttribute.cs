namespace Gep.GraphQL.Types;

/// <summary>A marker whose implementing types are the members of a union. Spec §3.8.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute : Attribute;

namespace Gep.GraphQL.Types;

/// <summary>An input class of which exactly one property is given. Spec §3.10.1.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;

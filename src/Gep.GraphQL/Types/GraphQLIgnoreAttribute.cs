namespace Gep.GraphQL.Types;

/// <summary>Keeps a member out of the schema. Spec §3.6.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

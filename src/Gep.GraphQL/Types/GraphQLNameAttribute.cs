namespace Gep.GraphQL.Types;

/// <summary>Gives a type, field, argument or enum value another name. Spec §2.1.9.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

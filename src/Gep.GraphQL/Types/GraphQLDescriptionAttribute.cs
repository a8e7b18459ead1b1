namespace Gep.GraphQL.Types;

/// <summary>
/// Describes a type, field, argument or enum value; it wins over the doc comment. Spec §2.9.
/// </summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, in Markdown.</summary>
    public string Description { get; } = description;
}

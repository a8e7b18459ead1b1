namespace Gep.GraphQL.Types;

/// <summary>Gives a type, field, argument or enum value another name. Spec §2.1.9.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Describes a type, field, argument or enum value; it wins over the doc comment. Spec §2.9.
/// </summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, in Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>Marks a field, argument, input field or enum value as deprecated. Spec §3.13.3.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>What to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Keeps a member out of the schema. Spec §3.6.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Makes a property, parameter or result an ID. Spec §3.5.5.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method
    | AttributeTargets.ReturnValue)]
public sealed class IDAttribute : Attribute;

/// <summary>
/// The parameter that takes the parent object, or with <see cref="BatchAttribute"/> all of them.
/// </summary>
/// <remarks>Spec §6.4.2.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter that takes a service of the request. Spec §6.4.2.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>
/// A method that answers one field for many parents in one call: it takes them as a read-only list and
/// returns one
/// result for each, in their order. Spec §6.4.2 leaves the way to values open.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchAttribute : Attribute;

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

/// <summary>A class or interface of fields that other types share. Spec §3.7.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>A marker whose implementing types are the members of a union. Spec §3.8.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute : Attribute;

/// <summary>An input class of which exactly one property is given. Spec §3.10.1.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;

/// <summary>A class whose methods become fields of another type. Spec §3.6.3.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(Type type) : Attribute
{
    /// <summary>The class of the type that is extended.</summary>
    public Type Type { get; } = type;
}

/// <summary>
/// What one call of a field costs, in units of one simple lookup. See README, "Limits". Spec §6.4.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The price of a call.</summary>
    public double Weight { get; } = weight;
}

/// <summary>How long a list is expected to be, for its price. Spec §6.4.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>Items where no argument says so.</summary>
    public int AssumedSize { get; set; } = 1;

    /// <summary>Names of the arguments that say how many, such as <c>first</c>.</summary>
    public string[] SlicingArguments { get; set; } = [];
}

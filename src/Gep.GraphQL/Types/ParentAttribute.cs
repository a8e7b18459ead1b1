namespace Gep.GraphQL.Types;

/// <summary>
/// The parameter that takes the parent object, or with <see cref="BatchAttribute"/> all of them.
/// </summary>
/// <remarks>Spec §6.4.2.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

namespace Gep.GraphQL.Types;

/// <summary>
/// A method that answers one field for many parents in one call: it takes them as a read-only list and
/// returns one result for each, in their order. Spec §6.4.2 leaves the way to values open.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchAttribute : Attribute;

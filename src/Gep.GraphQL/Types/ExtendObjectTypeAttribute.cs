namespace Gep.GraphQL.Types;

/// <summary>A class whose methods become fields of another type. Spec §3.6.3.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(Type type) : Attribute
{
    /// <summary>The class of the type that is extended.</summary>
    public Type Type { get; } = type;
}

namespace Gep.GraphQL.Types;

/// <summary>A class or interface of fields that other types share. Spec §3.7.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute : Attribute;

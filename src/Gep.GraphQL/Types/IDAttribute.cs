namespace Gep.GraphQL.Types;

/// <summary>Makes a property, parameter or result an ID. Spec §3.5.5.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method
    | AttributeTargets.ReturnValue)]
public sealed class IDAttribute : Attribute;

namespace Gep.GraphQL.Types;

/// <summary>The parameter that takes a service of the request. Spec §6.4.2.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
